import { expect, test } from 'vitest';
import { heatMap, heatScale, strongest } from '../../src/plots/heat-map.js';

test('the sign of a number is its hue, its size how opaque it is', () => {
  const { data, ...size } = heatMap({ width: 2, height: 2, values: [0, 1, -0.5, -9] }, 1);
  expect(size).toEqual({ width: 2, height: 2, channels: 4 });
  const pixels = Array.from({ length: 4 }, (_, at) => [...data.subarray(4 * at, 4 * at + 4)]);
  const opacities = pixels.map(([, , , opacity]) => opacity);
  expect(opacities).toEqual([0, 255, 128, 255]);
  const bluer = pixels.map(([red, , blue]) => blue > red);
  expect(bluer).toEqual([true, true, false, false]);
});

test('a hundredth of the numbers does not make the others pale', () => {
  const values = Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? at : -at) / 100);
  values[0] = 1e6;
  expect(heatScale({ width: 10, height: 10, values })).toBe(0.99);
});

test('a single number among zeros is still seen, and zeros alone have no colour', () => {
  const values = new Float32Array(1000);
  expect(heatScale({ width: 10, height: 100, values })).toBe(0);
  expect(heatMap({ width: 10, height: 100, values }, 0).data[3]).toBe(0);
  values[7] = -2;
  expect(heatScale({ width: 10, height: 100, values })).toBe(2);
});

test('a grid of more numbers than dots keeps the strongest of each dot', () => {
  const grid = { width: 4, height: 2, values: [1, -2, 0, 0.5, 0, 1, -0.25, 0] };
  expect(strongest(grid, { width: 2, height: 1 })).toEqual({
    width: 2,
    height: 1,
    values: Float64Array.of(-2, 0.5),
  });
  expect(strongest(grid, { width: 4, height: 2 })).toBe(grid);
});
