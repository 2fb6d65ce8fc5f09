import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/index.js';
import {
  type SignatureRealsOptions,
  signatureBackward,
  signatureBackwardDoubles,
  signatureDoubles,
  signatureReals,
  wordCount,
} from '../../src/signature/index.js';
import oracle from '../fixtures/signature.json' with { type: 'json' };
import {
  exact,
  formatOf,
  inScope,
  scatter,
  scatterLevels,
  simd,
  variants,
} from './signature-engines.js';

type Options = Omit<SignatureRealsOptions, 'path' | 'initial' | 'out' | 'outStride'>;

interface Derived {
  signature: number[];
  gradient: number[];
}

/** The signatures of a batch and the gradient of their inner product with a cotangent. */
function derive(
  engine: Engine,
  doubles: boolean,
  options: Options,
  numbers: ArrayLike<number>,
  cotangent: ArrayLike<number>,
  initial?: ArrayLike<number>,
): Derived {
  return inScope(engine, () => {
    const { put, get } = formatOf(engine, doubles);
    const { basepoint = false, time = false, stream = false } = options;
    const words = wordCount(options.channels + +time, options.depth);
    const stride = stream ? words * (options.length - 1 + +basepoint) : words;
    const path = put(numbers);
    const signature = put(new Float64Array(stride * options.paths));
    const gradient = put(new Float64Array(numbers.length));
    const forward = doubles ? signatureDoubles : signatureReals;
    const backward = doubles ? signatureBackwardDoubles : signatureBackward;
    const start = initial === undefined ? 0 : put(initial);
    const from = { initial: start, initialStride: words };
    engine.call(...forward({ ...options, path, ...from, out: signature, outStride: stride }));
    engine.call(
      ...backward({
        ...options,
        path,
        signature,
        signatureStride: stride,
        cotangent: put(cotangent),
        cotangentStride: stride,
        gradient,
        gradientPathStride: options.pathStride,
        gradientStepStride: options.stepStride,
      }),
    );
    return {
      signature: get(signature, stride * options.paths),
      gradient: get(gradient, numbers.length),
    };
  });
}

/** The largest difference, measured against the largest entry, or 0.1 where all cancel. */
function largestError(actual: number[], expected: number[]): number {
  const largest = Math.max(...expected.map(Math.abs), 0.1);
  const gaps = actual.map((value, at) => Math.abs(value - expected[at]) / largest);
  return gaps.some(Number.isNaN) ? Number.POSITIVE_INFINITY : Math.max(...gaps);
}

for (const [name, engine, doubles, tolerance] of variants) {
  test(`the ${name} gives the known gradients`, () => {
    for (const { channels, depth, length, path, cotangent, signatureBackward } of oracle.cases) {
      if (cotangent === undefined || signatureBackward === undefined) continue;
      const shape = { channels, depth, length, stepStride: channels };
      const options = { ...shape, paths: 1, pathStride: length * channels };
      const { gradient } = derive(engine, doubles, options, path.flat(), cotangent);
      // The known gradients are float32 numbers, so no kernel can come nearer to them.
      const known = signatureBackward.flat();
      expect(largestError(gradient, known)).toBeLessThan(Math.max(tolerance, 1e-6));
    }
  });
}

const calls = fc.record({
  channels: fc.integer({ min: 1, max: 4 }),
  depth: fc.integer({ min: 1, max: 6 }),
  length: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 40, max: 150 })),
  paths: fc.integer({ min: 1, max: 6 }),
  gap: fc.integer({ min: 0, max: 2 }),
  basepoint: fc.boolean(),
  time: fc.boolean(),
  reversed: fc.boolean(),
  stream: fc.boolean(),
  interleaved: fc.boolean(),
  initial: fc.boolean(),
  seed: fc.integer({ min: 1, max: 1e6 }),
});

/** The whole call for a drawn shape: options, path, cotangent and initial signatures. */
function expand(call: typeof calls extends fc.Arbitrary<infer Call> ? Call : never) {
  const { channels, length, paths, gap, seed, initial: withInitial, ...rest } = call;
  const point = channels + gap;
  const options = {
    ...rest,
    channels,
    length,
    paths,
    stepStride: call.interleaved ? point * paths : point,
    pathStride: call.interleaved ? point : point * length,
  };
  const words = wordCount(channels + +call.time, call.depth);
  const prefixes = call.stream ? length - 1 + +call.basepoint : 1;
  return {
    options,
    numbers: scatter(seed, point * length * paths, 0.4),
    cotangent: scatter(-seed, words * prefixes * paths),
    initial: withInitial
      ? scatterLevels(seed + 9, channels + +call.time, call.depth, paths)
      : undefined,
  };
}

for (const [name, engine, doubles, tolerance] of variants.slice(0, 3)) {
  test(`the ${name} equals the float64 twin for any shape, stride and option`, () => {
    fc.assert(
      fc.property(calls, (call) => {
        fc.pre((call.channels + +call.time) ** call.depth * call.length * call.paths < 100_000);
        const { options, numbers, cotangent, initial } = expand(call);
        const actual = derive(engine, doubles, options, numbers, cotangent, initial);
        const expected = derive(exact, false, options, numbers, cotangent, initial);
        expect(largestError(actual.gradient, expected.gradient)).toBeLessThan(tolerance);
      }),
    );
  });
}

test('the gradient equals central differences for any option', () => {
  fc.assert(
    fc.property(calls, (call) => {
      const small = { ...call, length: Math.min(call.length, 6), depth: Math.min(call.depth, 4) };
      const { options, numbers, cotangent, initial } = expand({ ...small, gap: 0 });
      const { gradient } = derive(exact, false, options, numbers, cotangent, initial);
      const value = (at: number, move: number): number => {
        const moved = numbers.map((number, index) => (index === at ? number + move : number));
        const { signature } = derive(exact, false, options, moved, cotangent, initial);
        return signature.reduce((sum, entry, word) => sum + entry * cotangent[word], 0);
      };
      const differences = numbers.map((_, at) => (value(at, 1e-5) - value(at, -1e-5)) / 2e-5);
      gradient.forEach((slope, at) => {
        expect(Math.abs(slope - differences[at])).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
      });
    }),
    { numRuns: 40 },
  );
});

test('the gradient of a path of 100,000 points is as good as that of a short one', () => {
  const length = 100_000;
  const numbers = scatter(3, length * 2, 0.02);
  for (let at = 2; at < numbers.length; at++)
    numbers[at] = Math.fround(numbers[at] + numbers[at - 2]);
  const options = { channels: 2, depth: 4, length, stepStride: 2, paths: 1, pathStride: 2 };
  const cotangent = scatter(8, 30);
  const actual = derive(simd, false, options, numbers, cotangent);
  const expected = derive(exact, false, options, numbers, cotangent);
  expect(largestError(actual.gradient, expected.gradient)).toBeLessThan(1e-4);
});
