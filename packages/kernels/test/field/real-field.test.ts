import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fieldChannels,
  fieldExtent,
  fieldModule,
  type RealFieldWindows,
  realField,
  realFieldBackward,
  realFieldScratch,
} from '../../src/field/index.js';
import { createEngine, type Engine } from '../../src/index.js';
import { naiveField } from './naive-field.js';
import { exact, scatterBytes, simd } from './run-field.js';

const scalar = createEngine({ modules: [fieldModule], backend: 'scalar' });
const SENTINEL = 77;

const shapes = fc
  .record({
    window: fc.integer({ min: 2, max: 8 }),
    moreDown: fc.integer({ min: 0, max: 12 }),
    moreAcross: fc.integer({ min: 0, max: 12 }),
    stride: fc.integer({ min: 1, max: 10 }),
    channels: fc.integer({ min: 1, max: 18 }),
    direction: fc.constantFrom('rows' as const, 'columns' as const, 'both' as const),
    moments: fc.boolean(),
    samples: fc.integer({ min: 1, max: 2 }),
    seed: fc.nat(),
  })
  .map(({ moreDown, moreAcross, ...rest }) => ({
    ...rest,
    height: rest.window + moreDown,
    width: rest.window + moreAcross,
  }));

const sizeOf = (windows: RealFieldWindows) => windows.height * windows.width * windows.channels;
const featuresOf = (windows: RealFieldWindows) =>
  fieldExtent(windows.height, windows) *
  fieldExtent(windows.width, windows) *
  fieldChannels({ ...windows, depth: 2 });

/** Values between −1 and 1 that look random, and repeat. */
const scatter = (count: number, seed: number) =>
  Float64Array.from(scatterBytes(count, seed), (byte) => byte / 127.5 - 1);

/** The field, and the gradient of Σ upstream · field. */
function run(
  engine: Engine,
  values: Float64Array,
  windows: RealFieldWindows,
  samples = 1,
  upstream?: Float64Array,
) {
  const mark = engine.mark();
  const place = (numbers: ArrayLike<number>) => {
    const at = engine.allocateReals(numbers.length + 1);
    engine.realsAt(at, numbers.length + 1).set([...Array.from(numbers), SENTINEL]);
    return at;
  };
  const read = (at: number, count: number) => {
    const [...numbers] = engine.realsAt(at, count + 1);
    expect(numbers.pop()).toBe(SENTINEL);
    return numbers;
  };
  const count = samples * featuresOf(windows);
  const reals = realFieldScratch(windows);
  const scratch = place(new Array(reals).fill(3));
  const call = {
    ...{ ...windows, samples, scratch },
    input: place(values),
    output: place(new Array(count).fill(5)),
  };
  engine.call(...realField(call));
  const field = read(call.output, count);
  let gradient: number[] = [];
  if (upstream) {
    const inputGradient = place(new Array(values.length).fill(5));
    const outputGradient = place(upstream);
    engine.call(...realFieldBackward({ ...call, outputGradient, inputGradient }));
    gradient = read(inputGradient, values.length);
  }
  read(scratch, reals);
  engine.release(mark);
  return { field, gradient };
}

function gap(actual: readonly number[], expected: readonly number[]): number {
  expect(actual.length).toBe(expected.length);
  return Math.max(...actual.map((value, at) => Math.abs(value - expected[at])));
}

describe('realField', () => {
  it('is what the definition says in float64, but for the floor under the variance', () => {
    fc.assert(
      fc.property(shapes, ({ samples, seed, ...windows }) => {
        const size = sizeOf(windows);
        const values = scatter(samples * size, seed);
        const channels = fieldChannels({ ...windows, depth: 2 });
        const expected = Array.from({ length: samples }, (_, sample) => {
          // The definition divides bytes by 255.
          const bytes = values.subarray(sample * size, (sample + 1) * size).map((x) => x * 255);
          return naiveField(bytes, { ...windows, depth: 2 }).map((value, at) =>
            windows.moments && at % channels >= channels - windows.channels
              ? Math.sqrt(value ** 2 + 1e-5)
              : value,
          );
        }).flat();
        expect(gap(run(exact, values, windows, samples).field, expected)).toBeLessThan(1e-11);
      }),
      { numRuns: 20 },
    );
  });

  it('is the same compiled as in float64, gradient and all, for any windows and options', () => {
    fc.assert(
      fc.property(shapes, ({ samples, seed, ...windows }) => {
        const values = scatter(samples * sizeOf(windows), seed).map(Math.fround);
        const upstream = scatter(samples * featuresOf(windows), seed + 1).map(Math.fround);
        const expected = run(exact, values, windows, samples, upstream);
        for (const engine of [simd, scalar]) {
          const actual = run(engine, values, windows, samples, upstream);
          expect(gap(actual.field, expected.field)).toBeLessThan(1e-5);
          expect(gap(actual.gradient, expected.gradient)).toBeLessThan(1e-4);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has the gradient that differences show', () => {
    fc.assert(
      fc.property(shapes, ({ samples: _, seed, ...windows }) => {
        fc.pre(sizeOf(windows) < 300);
        const values = scatter(sizeOf(windows), seed);
        const upstream = scatter(featuresOf(windows), seed + 1);
        const weigh = (field: number[]) => field.reduce((sum, x, at) => sum + x * upstream[at], 0);
        const { gradient } = run(exact, values, windows, 1, upstream);
        const step = 1e-5;
        const differences = Array.from(values, (_, at) => {
          const moved = (by: number) => values.map((value, k) => (k === at ? value + by : value));
          const after = weigh(run(exact, moved(step), windows).field);
          return (after - weigh(run(exact, moved(-step), windows).field)) / (2 * step);
        });
        expect(gap(gradient, differences)).toBeLessThan(1e-6);
      }),
      { numRuns: 10 },
    );
  });

  it('has a gradient where all values are the same', () => {
    const windows = { height: 8, width: 8, channels: 2, window: 4, stride: 2 };
    const values = new Float64Array(sizeOf(windows)).fill(0.3);
    const upstream = scatter(featuresOf(windows), 4);
    for (const engine of [simd, scalar, exact]) {
      const { gradient } = run(engine, values, windows, 1, upstream);
      expect(gradient.every(Number.isFinite)).toBe(true);
    }
  });
});
