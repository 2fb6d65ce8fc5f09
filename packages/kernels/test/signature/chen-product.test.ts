import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/index.js';
import { chenProduct, chenProductDoubles, wordCount } from '../../src/signature/index.js';
import oracle from '../fixtures/signature.json' with { type: 'json' };
import { exact, formatOf, inScope, levelError, scatter, variants } from './signature-engines.js';

/** The products of a batch; a factor as long as one tensor serves for all. */
function products(
  engine: Engine,
  doubles: boolean,
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  channels: number,
  depth: number,
): number[] {
  return inScope(engine, () => {
    const { put, get } = formatOf(engine, doubles);
    const words = wordCount(channels, depth);
    const total = Math.max(left.length, right.length);
    const out = put(new Float64Array(total));
    const build = doubles ? chenProductDoubles : chenProduct;
    engine.call(
      ...build({
        left: put(left),
        leftStride: left.length === total ? words : 0,
        right: put(right),
        rightStride: right.length === total ? words : 0,
        count: total / words,
        channels,
        depth,
        out,
        outStride: words,
      }),
    );
    return get(out, total);
  });
}

for (const [name, engine, doubles, tolerance] of variants) {
  test(`the ${name} joins the known signatures of a path's two parts`, () => {
    for (const { channels, depth, signature, combine } of oracle.cases) {
      if (combine === undefined) continue;
      const joined = products(engine, doubles, combine.left, combine.right, channels, depth);
      expect(levelError(joined, signature, channels, depth)).toBeLessThan(tolerance);
    }
  });

  test(`the ${name} multiplies batches of any size, and one factor with a batch`, () => {
    const shapes = fc.record({
      channels: fc.integer({ min: 1, max: 4 }),
      depth: fc.integer({ min: 1, max: 5 }),
      count: fc.integer({ min: 1, max: 9 }),
      single: fc.boolean(),
      seed: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(shapes, ({ channels, depth, count, single, seed }) => {
        const words = wordCount(channels, depth);
        const left = scatter(seed, single ? words : words * count);
        const right = scatter(-seed, words * count);
        const actual = products(engine, doubles, left, right, channels, depth);
        const expected = products(exact, false, left, right, channels, depth);
        expect(levelError(actual, expected, channels, depth, 2)).toBeLessThan(tolerance);
      }),
    );
  });
}
