import { describe, expect, it } from 'vitest';
import { digitsMarkdown } from '../../src/output/digits-markdown.js';

const experiment = { kind: 'network', neurons: 8, digits: '4000/1000', epochs: 5 } as const;

const result = {
  hits: 81,
  count: 263,
  params: 31_714,
  bytes: 126_856,
  wholeBytes: 226_856,
  times: { making: 51.4, judging: 0.34 },
};

describe('digitsMarkdown', () => {
  it('shows accuracy with its interval beside what the slides printed, and what was not run', () => {
    const lines = digitsMarkdown({
      name: 'knn-slice/slides',
      title: 'Digits',
      about: 'Words.',
      rows: [
        { name: 'eight', experiment, paper: 0.875, result },
        { name: 'later', experiment },
      ],
    })
      .trim()
      .split('\n')
      .slice(-2)
      .map((line) => line.split('|').map((cell) => cell.trim()));
    // Wilson's interval for 81 of 263 is worked out in the tests of @sig/heads.
    expect(lines[0].slice(1, -1)).toEqual([
      'eight',
      '4000/1000',
      '31,714',
      '126,856',
      '226,856',
      '87.50 %',
      '30.80 %',
      '25.53 – 36.62',
      '51',
      '0.3',
    ]);
    expect(lines[1]).toContain('not run');
  });

  it('marks accuracy, interval and seconds of a quick run', () => {
    const text = digitsMarkdown({
      ...{ name: 'knn-slice/slides', title: 'Digits', about: 'Words.', quick: true },
      rows: [{ name: 'eight', experiment, paper: 0.875, result }],
    });
    expect(text.match(/\d( %)? \*quick\*/g)).toHaveLength(4);
    expect(text).toContain('87.50 % |');
  });
});
