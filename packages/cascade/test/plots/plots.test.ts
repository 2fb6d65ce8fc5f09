import { describe, expect, it } from 'vitest';
import { elementsOf } from '../../../../test/elements.js';
import { exitsPlot, frontPlot, thresholdMapPlot } from '../../src/plots/index.js';

describe('thresholdMapPlot', () => {
  const map = { first: Float64Array.of(0, 0.5, 1), second: Float64Array.of(0, 1) };

  it('is the stronger the higher, with the lowest and the highest at its scale', () => {
    const svg = thresholdMapPlot(map, [0, 0, 0.5, 0.5, 1, 1], { title: 'a < b', side: 300 });
    const elements = elementsOf(svg);
    const cells = elements.filter(
      ({ name, attributes }) =>
        name === 'path' && attributes.d.startsWith('M') && attributes.d.includes('h100'),
    );
    // A column each: three of 100 pixels, both rows of one value being one rectangle of 300.
    expect(cells.map(({ attributes }) => attributes.d)).toEqual([
      'M48,330h100v-300h-100z',
      'M148,330h100v-300h-100z',
      'M248,330h100v-300h-100z',
    ]);
    const strengths = cells.map(({ attributes }) => Number(attributes['fill-opacity']));
    expect(strengths[0] < strengths[1] && strengths[1] < strengths[2]).toBe(true);
    expect(strengths[2]).toBe(1);
    expect(elements.some(({ name, text }) => name === 'text' && text === 'a < b')).toBe(true);
  });

  it('marks thresholds in their place, and none that is never', () => {
    const circle = (mark: readonly (number | 'never')[]) =>
      elementsOf(thresholdMapPlot(map, new Float64Array(6), { mark })).find(
        ({ name }) => name === 'circle',
      )?.attributes;
    expect(circle([0.5, 1])).toMatchObject({ cx: '198', cy: '30' });
    expect(circle(['never', 1])).toBeUndefined();
  });

  it('refuses values that are not one for each pair', () => {
    expect(() => thresholdMapPlot(map, [1, 2])).toThrow(
      'values must be 3 × 2 finite numbers, got 2 numbers',
    );
    expect(() => thresholdMapPlot(map, [1, 2, 3, 4, 5, Number.NaN])).toThrow(/finite/);
  });
});

describe('frontPlot', () => {
  it('draws the front in steps, and stages and choices as points with their names', () => {
    const front = [
      { accuracy: 0.7, cost: 1e6 },
      { accuracy: 0.9, cost: 1e8 },
    ];
    const elements = elementsOf(
      frontPlot(front, {
        stages: [{ name: 'small', accuracy: 0.7, cost: 1e6 }],
        chosen: [{ name: 'ours', accuracy: 0.9, cost: 1e8 }],
        test: front,
      }),
    );
    expect(elements.filter(({ name }) => name === 'circle')).toHaveLength(2);
    const texts = elements.filter(({ name }) => name === 'text').map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['front', 'small', 'ours', 'on test', '1M', '100M']),
    );
    expect(() => frontPlot([])).toThrow('a front must have at least one point, got none');
  });
});

describe('exitsPlot', () => {
  const href = 'data:image/png;base64,iVBORw0KGgo=';

  it('has a bar as long as the share, and examples framed by whether they were right', () => {
    const elements = elementsOf(
      exitsPlot([
        {
          name: 'small',
          share: 0.75,
          accuracy: 0.9,
          examples: [{ href, caption: 'cat', correct: true }],
        },
        { name: 'large', share: 0.25, accuracy: Number.NaN, examples: [{ href, correct: false }] },
      ]),
    );
    const bars = elements.filter(
      ({ name, attributes }) => name === 'rect' && attributes.class === 'blue',
    );
    expect(Number(bars[0].attributes.width) / Number(bars[1].attributes.width)).toBeCloseTo(3, 6);
    expect(
      elements.filter(({ name }) => name === 'image').map(({ attributes }) => attributes.href),
    ).toEqual([href, href]);
    const frames = elements.filter(
      ({ attributes }) => attributes.class === 'green' || attributes.class === 'red',
    );
    expect(frames.map(({ attributes }) => attributes.class)).toEqual(['green', 'red']);
    const texts = elements.filter(({ name }) => name === 'text').map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['75.0 %, right 90.0 %', '25.0 %', 'cat']));
  });

  it('takes no addresses of elsewhere and no shares that are none', () => {
    expect(() =>
      exitsPlot([{ name: 'a', share: 1, examples: [{ href: 'https://x.org/a.png' }] }]),
    ).toThrow('an example must be a data URI of an image, got "https://x.org/a.png"');
    expect(() => exitsPlot([{ name: 'a', share: 2 }])).toThrow(
      'a share must be a number from 0 to 1, got 2 for a',
    );
  });
});
