import { describe, expect, it } from 'vitest';
import { prototypeMarkdown } from '../../src/output/prototype-markdown.js';
import { bytes } from '../../src/tables/knn-slice/bytes.js';

const { title, about, judged, name } = bytes;
const [row] = bytes.rows;
const result = (hits: number, seconds: number) => ({
  accuracy: hits / 1000,
  hits,
  count: 1000,
  bytes: 10_000,
  filterBytes: 1440,
  references: 300,
  width: 9,
  times: { seconds },
});

describe('prototypeMarkdown', () => {
  it('has the mean over seeds, and the interval of that mean on the same images', () => {
    const rows = [{ ...row, seeds: [1, 2], results: [result(950, 10), result(960, 20)] }];
    const lines = prototypeMarkdown({ name, title, about, judged, quick: false, rows }).split('\n');
    const cells = lines[lines.length - 2].split('|').map((cell) => cell.trim());
    // Wilson's interval of 955 in 1000 is from 94.03 to 96.62 %.
    expect(cells.slice(2, -1)).toEqual([
      '10000',
      '1440',
      '300',
      '9',
      '95.50 ± 0.71 %',
      '94.03 to 96.62 %',
      '2',
      '15',
    ]);
    expect(lines.join()).not.toContain('quick');
  });

  it('marks all that was measured in a quick run', () => {
    const rows = [{ ...row, seeds: [1], results: [result(950, 10)] }];
    const text = prototypeMarkdown({ name, title, about, judged, quick: true, rows });
    // Bytes, references, accuracy, interval, seconds.
    expect(text.match(/\*quick\*/g)).toHaveLength(5);
  });
});

describe('knn-slice/bytes', () => {
  it('has rows from 10 to 74 KB, each with a name of its own', () => {
    const limits = bytes.rows.flatMap(({ recipe }) => recipe.maxBytes ?? []);
    expect([Math.min(...limits), Math.max(...limits)]).toEqual([10 * 1024, 74 * 1024]);
    expect(new Set(bytes.rows.map((each) => each.name)).size).toBe(bytes.rows.length);
  });
});
