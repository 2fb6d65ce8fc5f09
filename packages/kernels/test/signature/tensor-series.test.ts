import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine, KernelCall } from '../../src/index.js';
import {
  type TensorSeriesOptions,
  tensorExp,
  tensorExpDoubles,
  tensorLog,
  tensorLogBackward,
  tensorLogBackwardDoubles,
  tensorLogDoubles,
  wordCount,
} from '../../src/signature/index.js';
import oracle from '../fixtures/signature.json' with { type: 'json' };
import { exact, formatOf, inScope, levelError, scatter, variants } from './signature-engines.js';

function seriesOf(
  engine: Engine,
  doubles: boolean,
  build: (options: TensorSeriesOptions) => KernelCall,
  x: ArrayLike<number>,
  channels: number,
  depth: number,
): number[] {
  return inScope(engine, () => {
    const { put, get } = formatOf(engine, doubles);
    const words = wordCount(channels, depth);
    const out = put(new Float64Array(x.length));
    const shape = { count: x.length / words, channels, depth };
    engine.call(...build({ x: put(x), xStride: words, ...shape, out, outStride: words }));
    return get(out, x.length);
  });
}

function logBackward(
  engine: Engine,
  doubles: boolean,
  x: ArrayLike<number>,
  cotangent: ArrayLike<number>,
  channels: number,
  depth: number,
): number[] {
  return inScope(engine, () => {
    const { put, get } = formatOf(engine, doubles);
    const words = wordCount(channels, depth);
    const out = put(new Float64Array(x.length));
    const build = doubles ? tensorLogBackwardDoubles : tensorLogBackward;
    engine.call(
      ...build({
        x: put(x),
        xStride: words,
        cotangent: put(cotangent),
        cotangentStride: words,
        count: x.length / words,
        channels,
        depth,
        out,
        outStride: words,
      }),
    );
    return get(out, x.length);
  });
}

const shapes = fc.record({
  channels: fc.integer({ min: 1, max: 4 }),
  depth: fc.integer({ min: 1, max: 5 }),
  count: fc.integer({ min: 1, max: 6 }),
  seed: fc.integer({ min: 1, max: 1000 }),
});

for (const [name, engine, doubles, tolerance] of variants) {
  const log = doubles ? tensorLogDoubles : tensorLog;
  const exp = doubles ? tensorExpDoubles : tensorExp;

  test(`the ${name} gives the known log-signatures, and their exponentials are the signatures`, () => {
    for (const { channels, depth, signature, logExpanded } of oracle.cases) {
      if (logExpanded === undefined) continue;
      // The logarithm cancels much of a level: its natural size is the signature's.
      const scale = channels === 3 && depth > 3 ? 3 : 1;
      const logarithm = seriesOf(engine, doubles, log, signature, channels, depth);
      expect(levelError(logarithm, logExpanded, channels, depth, scale)).toBeLessThan(tolerance);
      const back = seriesOf(engine, doubles, exp, logExpanded, channels, depth);
      expect(levelError(back, signature, channels, depth)).toBeLessThan(tolerance);
    }
  });

  test(`the ${name} inverts exp by log for batches of any size`, () => {
    fc.assert(
      fc.property(shapes, ({ channels, depth, count, seed }) => {
        const x = scatter(seed, wordCount(channels, depth) * count);
        const there = seriesOf(engine, doubles, exp, x, channels, depth);
        const back = seriesOf(engine, doubles, log, there, channels, depth);
        expect(levelError(back, x, channels, depth, 4)).toBeLessThan(tolerance);
      }),
    );
  });

  test(`the ${name} gives the float64 twin's gradients of the logarithm`, () => {
    fc.assert(
      fc.property(shapes, ({ channels, depth, count, seed }) => {
        const words = wordCount(channels, depth) * count;
        const x = scatter(seed, words);
        const cotangent = scatter(-seed, words);
        const actual = logBackward(engine, doubles, x, cotangent, channels, depth);
        const expected = logBackward(exact, false, x, cotangent, channels, depth);
        const largest = Math.max(...expected.map(Math.abs));
        actual.forEach((value, at) => {
          expect(Math.abs(value - expected[at]) / largest).toBeLessThan(tolerance);
        });
      }),
    );
  });
}

test('the gradient of the logarithm equals central differences', () => {
  for (const [channels, depth] of [
    [2, 4],
    [3, 3],
    [1, 5],
  ]) {
    const words = wordCount(channels, depth);
    const x = scatter(5, words);
    const cotangent = scatter(9, words);
    const gradient = logBackward(exact, false, x, cotangent, channels, depth);
    for (let word = 0; word < words; word++) {
      const [up, down] = [1e-6, -1e-6].map((move) => {
        const moved = x.map((value, at) => (at === word ? value + move : value));
        return seriesOf(exact, false, tensorLog, moved, channels, depth).reduce(
          (sum, value, at) => sum + value * cotangent[at],
          0,
        );
      });
      expect(gradient[word]).toBeCloseTo((up - down) / 2e-6, 6);
    }
  }
});
