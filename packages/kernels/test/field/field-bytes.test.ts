import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FieldWindows,
  fieldBytes,
  fieldChannels,
  fieldExtent,
  fieldModule,
  fieldWorkspaceBytes,
} from '../../src/field/index.js';
import { createEngine, type Engine } from '../../src/index.js';
import { signatureBytes, signatureModule, wordCount } from '../../src/signature/index.js';
import { naiveField } from './naive-field.js';
import { exact, runField, scalar, scatterBytes, simd } from './run-field.js';

const engines: [string, Engine, number][] = [
  ['compiled kernel', simd, 1e-6],
  ['float32 twin', scalar, 1e-6],
  ['float64 twin', exact, 1e-14],
];

const shapes = fc
  .record({
    window: fc.integer({ min: 2, max: 9 }),
    moreDown: fc.integer({ min: 0, max: 12 }),
    moreAcross: fc.integer({ min: 0, max: 12 }),
    stride: fc.integer({ min: 1, max: 11 }),
    channels: fc.integer({ min: 1, max: 4 }),
    depth: fc.integer({ min: 1, max: 4 }),
    time: fc.boolean(),
    direction: fc.constantFrom('rows' as const, 'columns' as const, 'both' as const),
    moments: fc.boolean(),
    images: fc.integer({ min: 1, max: 2 }),
    seed: fc.nat(),
  })
  .map(({ moreDown, moreAcross, ...rest }) => ({
    ...rest,
    height: rest.window + moreDown,
    width: rest.window + moreAcross,
  }));

/** The largest difference, NaN if there is one. */
function gap(actual: readonly number[], expected: readonly number[]): number {
  expect(actual.length).toBe(expected.length);
  return Math.max(...actual.map((value, at) => Math.abs(value - expected[at])));
}

describe('fieldBytes', () => {
  for (const [name, engine, tolerance] of engines) {
    it(`gives hand-derived values in the ${name}`, () => {
      // Rows (0, 0), (1, 0) → and (0, 0), (1, 1): d = (1, 0) and (1, 1), each one step, so S_ij = ½ d_i d_j.
      // Columns (0, 0), (0, 0) and (1, 0), (1, 1): d = (0, 0) and (0, 1).
      const pixels = [0, 0, 255, 0, 0, 0, 255, 255];
      const windows = { height: 2, width: 2, channels: 2, window: 2, stride: 1, depth: 2 };
      const rows = [1, 0.5, 0.5, 0.25, 0.25, 0.25];
      const columns = [0, 0.5, 0, 0, 0, 0.25];
      const moments = [0.5, 0.25, 0.5, Math.sqrt(3) / 4];
      const expected = [...rows, ...columns, ...moments];
      expect(gap(runField(engine, pixels, windows), expected)).toBeLessThan(tolerance);
    });

    it(`finds the area that a row sweeps in the ${name}`, () => {
      // (0, 0), (1, 0), (1, 1): S_12 = 1 and S_21 = 0, the only row that is not all zeros.
      const pixels = [...[0, 0, 255, 0, 255, 255], ...new Array(12).fill(0)];
      const windows = { height: 3, width: 3, channels: 2, window: 3, stride: 1, depth: 2 };
      const field = runField(engine, pixels, { ...windows, direction: 'rows', moments: false });
      const expected = [1, 1, 0.5, 1, 0, 0.5].map((word) => word / 3);
      expect(gap(field, expected)).toBeLessThan(tolerance);
    });

    it(`is exactly 0 in the ${name} where a window has one colour, but for the means`, () => {
      const pixels = new Array(6 * 6 * 3).fill(0).map((_, at) => [200, 7, 255][at % 3]);
      const windows = { height: 6, width: 6, channels: 3, window: 4, stride: 2, depth: 2 };
      for (let at = 0; at < 4; at++) {
        const place = runField(engine, pixels, windows).slice(at * 30, at * 30 + 30);
        expect(place.slice(0, 24)).toEqual(new Array(24).fill(0));
        expect(gap(place.slice(24, 27), [200 / 255, 7 / 255, 1])).toBeLessThan(1e-7);
        expect(place.slice(27)).toEqual([0, 0, 0]);
      }
    });
  }

  it('is what the definition says in float64, for any windows, depth and options', () => {
    fc.assert(
      fc.property(shapes, ({ images, seed, ...windows }) => {
        fc.pre(windows.depth < 4 || windows.window < 5);
        const size = windows.height * windows.width * windows.channels;
        const pixels = scatterBytes(images * size, seed);
        const expected = Array.from({ length: images }, (_, image) =>
          naiveField(pixels.subarray(image * size, (image + 1) * size), windows),
        ).flat();
        expect(gap(runField(exact, pixels, windows, images), expected)).toBeLessThan(1e-11);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same compiled as in float64, for any windows, depth and options', () => {
    fc.assert(
      fc.property(shapes, ({ images, seed, ...windows }) => {
        const size = windows.height * windows.width * windows.channels;
        const pixels = scatterBytes(images * size, seed);
        const expected = runField(exact, pixels, windows, images);
        const tolerance = windows.depth > 2 ? 1e-5 : 1e-6;
        expect(gap(runField(simd, pixels, windows, images), expected)).toBeLessThan(tolerance);
        expect(gap(runField(scalar, pixels, windows, images), expected)).toBeLessThan(tolerance);
      }),
      { numRuns: 150 },
    );
  });

  it('takes the means of what the signature kernel gives for each segment, at depth 3', () => {
    const [window, stride, size, channels, depth] = [5, 3, 11, 3, 3];
    const pixels = scatterBytes(size * size * channels, 5);
    const words = wordCount(channels, depth);
    const engine = createEngine({
      modules: [signatureModule],
      backend: 'scalar',
      precision: 'float64',
    });
    const input = engine.allocate(pixels.length);
    engine.bytesAt(input, pixels.length).set(pixels);
    const out = engine.allocateReals(window * words);
    const expected: number[] = [];
    for (let y = 0; y + window <= size; y += stride) {
      for (let x = 0; x + window <= size; x += stride) {
        const corner = input + (y * size + x) * channels;
        const paths = { pixels: corner, paths: window, length: window, channels, depth };
        const strides = [size * channels, channels];
        for (const [pathStride, stepStride] of [strides, [...strides].reverse()]) {
          const shape = { ...paths, pathStride, stepStride, out, outStride: words };
          engine.call(...signatureBytes(shape));
          const all = engine.realsAt(out, window * words);
          for (let word = 0; word < words; word++) {
            let sum = 0;
            for (let path = 0; path < window; path++) sum += all[path * words + word];
            expected.push(sum / window);
          }
        }
      }
    }
    const windows = { height: size, width: size, channels, window, stride, depth, moments: false };
    expect(gap(runField(simd, pixels, windows), expected)).toBeLessThan(1e-6);
  });

  it('loses no digits on large images, up to the largest window', () => {
    for (const [size, window, stride] of [
      [224, 8, 108],
      [224, 32, 96],
      [1024, 8, 508],
      [512, 256, 128],
    ]) {
      const windows = { height: size, width: size, channels: 3, window, stride, depth: 2 };
      const pixels = scatterBytes(size * size * 3, size + window);
      const expected = runField(exact, pixels, windows);
      const actual = runField(simd, pixels, windows);
      for (const [at, value] of actual.entries()) {
        // Rounded once, at the end.
        expect(Math.abs(value - expected[at])).toBeLessThanOrEqual(
          Math.max(1e-15, Math.abs(expected[at]) * 2 ** -24) * 1.0001,
        );
      }
    }
  });

  it('does not overflow at the largest window with the most area and variance that fit', () => {
    // Every line goes round the square of two channels as fast as it can, one way: 2·A ≈ w/2 · 255².
    const size = 256;
    const corners = [0, 0, 255, 0, 255, 255, 0, 255];
    const pixels = new Uint8Array(size * size * 2).map((_, at) => corners[at % 8]);
    const windows = { height: size, width: size, channels: 2, window: size, stride: 1, depth: 2 };
    const [dx, dy, xx, xy, yx, yy] = runField(simd, pixels, { ...windows, moments: false });
    expect([dx, dy, xx]).toEqual([0, 1, 0]);
    expect(yy).toBe(0.5);
    // 64 rounds of area 1; the closing step of the last one lies on x = 0, so that it adds nothing.
    expect([xy, yx]).toEqual([64, -64]);
    const white = new Uint8Array(size * size * 2).fill(255);
    const flat = runField(simd, white, { ...windows, direction: 'rows' });
    expect(flat.slice(6)).toEqual([1, 1, 0, 0]);
  });

  it('runs within the workspace that it asks for', () => {
    fc.assert(
      fc.property(shapes, ({ images, seed, ...windows }) => {
        const workspaceBytes = fieldWorkspaceBytes(windows);
        const engine = createEngine({ modules: [fieldModule], backend: 'simd', workspaceBytes });
        const guard = engine.allocateReals(4);
        engine.realsAt(guard, 4).fill(5);
        const size = images * windows.height * windows.width * windows.channels;
        const input = engine.allocate(size);
        engine.bytesAt(input, size).set(scatterBytes(size, seed));
        const places = fieldExtent(windows.height, windows) * fieldExtent(windows.width, windows);
        const out = engine.allocateReals(images * places * fieldChannels(windows));
        engine.call(...fieldBytes({ ...windows, pixels: input, images, out }));
        expect([...engine.realsAt(guard, 4)]).toEqual([5, 5, 5, 5]);
        expect([...engine.bytesAt(input, size)]).toEqual([...scatterBytes(size, seed)]);
      }),
    );
  });
});

describe('fieldChannels', () => {
  it('counts words for each direction, and two moments a channel', () => {
    const field = { channels: 3, depth: 2 };
    expect(fieldChannels(field)).toBe(3 + 9 + (3 + 9) + 3 + 3);
    expect(fieldChannels({ ...field, direction: 'rows', moments: false })).toBe(12);
    expect(fieldChannels({ channels: 1, depth: 2, time: true })).toBe(2 * (2 + 4) + 2);
    expect(fieldChannels({ ...field, depth: 3 })).toBe(2 * 39 + 6);
  });
});

describe('fieldExtent', () => {
  it('counts the windows that lie within the image', () => {
    const windows: Pick<FieldWindows, 'window' | 'stride'> = { window: 8, stride: 4 };
    expect(fieldExtent(64, windows)).toBe(15);
    expect(fieldExtent(67, windows)).toBe(15);
    expect(fieldExtent(8, windows)).toBe(1);
  });
});
