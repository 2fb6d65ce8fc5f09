import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/index.js';
import {
  type SignatureRealsOptions,
  signatureDoubles,
  signatureReals,
  wordCount,
} from '../../src/signature/index.js';
import oracle from '../fixtures/signature.json' with { type: 'json' };
import {
  exact,
  formatOf,
  inScope,
  levelError,
  scatter,
  scatterLevels,
  simd,
  variants,
} from './signature-engines.js';

type Options = Omit<SignatureRealsOptions, 'path' | 'initial' | 'out' | 'outStride'>;

/** The signatures of a path given as numbers, from the float64 kernel or the engine's own. */
function signaturesOf(
  engine: Engine,
  numbers: ArrayLike<number>,
  options: Options,
  doubles: boolean,
  initial?: ArrayLike<number>,
): number[] {
  return inScope(engine, () => {
    const { put, get } = formatOf(engine, doubles);
    const words = wordCount(options.channels + +(options.time ?? false), options.depth);
    const steps = options.length - 1 + +(options.basepoint ?? false);
    const outStride = options.stream ? steps * words : words;
    const path = put(numbers);
    const start = initial === undefined ? 0 : put(initial);
    const out = put(new Float64Array(options.paths * outStride));
    const build = doubles ? signatureDoubles : signatureReals;
    const places = { path, initial: start, initialStride: words, out, outStride };
    engine.call(...build({ ...options, ...places }));
    return get(out, options.paths * outStride);
  });
}

for (const [name, engine, doubles, tolerance] of variants) {
  test(`the ${name} gives the known signatures`, () => {
    for (const { channels, depth, length, path, signature } of oracle.cases) {
      const shape = { channels, depth, length, stepStride: channels };
      const options = { ...shape, paths: 1, pathStride: length * channels };
      const actual = signaturesOf(engine, path.flat(), options, doubles);
      expect(levelError(actual, signature, channels, depth)).toBeLessThan(tolerance);
    }
  });

  test(`the ${name} gives the identity for a path of one point`, () => {
    const options = { channels: 2, depth: 3, length: 1, stepStride: 2, paths: 5, pathStride: 2 };
    const actual = signaturesOf(engine, new Array(10).fill(3), options, doubles);
    expect(actual).toEqual(new Array(70).fill(0));
  });

  test(`the ${name} gives a signature times its inverse as the identity`, () => {
    const numbers = Array.from({ length: 4 * 20 * 3 }, (_, at) => Math.sin(at * at));
    const options = { channels: 3, depth: 3, length: 20, stepStride: 3, paths: 4, pathStride: 60 };
    const based = { ...options, basepoint: true };
    const forward = signaturesOf(engine, numbers, based, doubles);
    const back = signaturesOf(engine, numbers, { ...based, reversed: true }, doubles, forward);
    expect(Math.max(...back.map(Math.abs))).toBeLessThan(tolerance);
  });
}

const calls = fc.record({
  channels: fc.integer({ min: 1, max: 5 }),
  depth: fc.integer({ min: 1, max: 6 }),
  length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 150 })),
  paths: fc.integer({ min: 1, max: 9 }),
  gap: fc.integer({ min: 0, max: 3 }),
  basepoint: fc.boolean(),
  time: fc.boolean(),
  reversed: fc.boolean(),
  stream: fc.boolean(),
  interleaved: fc.boolean(),
  initial: fc.boolean(),
  seed: fc.integer({ min: 1, max: 1e6 }),
});

for (const [name, engine, doubles, tolerance] of variants.slice(0, 3)) {
  test(`the ${name} equals the float64 twin for any shape, stride and option`, () => {
    fc.assert(
      fc.property(calls, (call) => {
        const { channels, depth, length, paths, gap, seed, initial: withInitial, ...rest } = call;
        const dimension = channels + +call.time;
        fc.pre(dimension ** depth * length * paths < 400_000);
        const point = channels + gap;
        const options = {
          ...rest,
          channels,
          depth,
          length,
          paths,
          stepStride: call.interleaved ? point * paths : point,
          pathStride: call.interleaved ? point : point * length,
        };
        const numbers = scatter(seed, point * length * paths);
        const initial = withInitial ? scatterLevels(-seed, dimension, depth, paths) : undefined;
        const actual = signaturesOf(engine, numbers, options, doubles, initial);
        const expected = signaturesOf(exact, numbers, options, false, initial);
        expect(levelError(actual, expected, dimension, depth, 2)).toBeLessThan(tolerance);
      }),
    );
  });
}

test('every prefix of a stream is the signature of the path up to there', () => {
  const numbers = Array.from({ length: 3 * 9 * 2 }, (_, at) => Math.cos(at * at));
  const options = { channels: 2, depth: 4, length: 9, stepStride: 2, paths: 3, pathStride: 18 };
  const stream = signaturesOf(simd, numbers, { ...options, stream: true }, false);
  for (let length = 2; length <= 9; length++) {
    const whole = signaturesOf(simd, numbers, { ...options, length }, false);
    for (let path = 0; path < 3; path++) {
      const at = (path * 8 + length - 2) * 30;
      const prefix = stream.slice(at, at + 30);
      expect(levelError(prefix, whole.slice(path * 30, path * 30 + 30), 2, 4)).toBeLessThan(1e-5);
    }
  }
});
