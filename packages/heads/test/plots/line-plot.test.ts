import { expect, it } from 'vitest';
import { elementsOf, pointsOf } from '../../../../test/elements.js';
import { linePlot } from '../../src/plots/index.js';

const traces = (svg: string) =>
  elementsOf(svg).filter(({ name, attributes }) => name === 'path' && attributes['stroke-width']);

it('places points in proportion between the ends of the axes', () => {
  const points = [
    [0, 0],
    [5, 25],
    [10, 100],
  ] as const;
  const axes = { x: { domain: [0, 10] }, y: { domain: [0, 100] } } as const;
  const [line] = traces(linePlot([{ points }], { width: 300, height: 200, ...axes }));
  const [first, middle, last] = pointsOf(line.attributes.d);
  expect(middle[0]).toBeCloseTo((first[0] + last[0]) / 2, 0);
  expect(middle[1]).toBeCloseTo(first[1] + (last[1] - first[1]) / 4, 0);
  expect(first[0] > 0 && last[0] < 300 && last[1] > 0 && first[1] < 200).toBe(true);
});

it('names lines at their ends in their colours, never one name on another', () => {
  const series = ['one', 'two', 'three'].map((name, at) => ({
    name,
    points: [
      [0, 0],
      [1, 1 + at / 1000],
    ] as const,
    colour: (['blue', 'orange', 'green'] as const)[at],
  }));
  const elements = elementsOf(linePlot(series, { title: 'a < b' }));
  const labels = series.map(({ name, colour }) => {
    const label = elements.find((element) => element.name === 'text' && element.text === name);
    expect(label?.attributes.class).toBe(colour);
    return Number(label?.attributes.y);
  });
  const sorted = [...labels].sort((a, b) => a - b);
  expect(sorted[1] - sorted[0]).toBeGreaterThanOrEqual(13);
  expect(sorted[2] - sorted[1]).toBeGreaterThanOrEqual(13);
  expect(elements.some(({ name, text }) => name === 'text' && text === 'a < b')).toBe(true);
  expect(elements[0].attributes['aria-label']).toBe('a < b, one, two, three');
});

it('leaves gaps for what is not finite, and bears no points, one point and equal points', () => {
  const gap = linePlot([
    {
      points: [
        [0, 1],
        [1, 2],
        [2, Number.NaN],
        [3, 2],
        [4, 1],
      ],
    },
  ]);
  expect(traces(gap)[0].attributes.d.match(/M/g)).toHaveLength(2);
  for (const points of [
    [],
    [[1, 1]],
    [
      [1, 5],
      [2, 5],
    ],
    [[1, Number.POSITIVE_INFINITY]],
  ] as const) {
    const svg = linePlot([{ name: 'x', points }]);
    expect(() => elementsOf(svg)).not.toThrow();
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  }
});

it('draws powers of ten in equal steps where it is asked to and can', () => {
  const heights = (low: number): number[] => {
    const points = [
      [0, low],
      [1, 1],
      [2, 100],
    ] as const;
    const [line] = traces(linePlot([{ points }], { y: { log: true } }));
    return pointsOf(line.attributes.d).map(([, y]) => y);
  };
  const [a, b, c] = heights(0.01);
  expect(a - b).toBeCloseTo(b - c, 0);
  const [d, e, f] = heights(0);
  expect(d - e).toBeLessThan((e - f) / 20);
});

it('draws a hundred thousand points with few', () => {
  const points = Array.from({ length: 100_000 }, (_, x) => [x, Math.sin(x / 20_000)] as const);
  expect(linePlot([{ points }]).length).toBeLessThan(20_000);
});

it('refuses a picture too small for its words', () => {
  expect(() => linePlot([], { width: 20 })).toThrow(
    'width and height must be at least 100, got 20 and 220',
  );
});
