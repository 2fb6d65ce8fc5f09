import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/index.js';
import { scaleBytes } from '../../src/signature/index.js';
import { exact, inScope, scalar, simd } from './signature-engines.js';

/** The bytes as shares of one, and the real behind them. */
function shares(engine: Engine, bytes: Uint8Array): number[] {
  const count = bytes.length;
  return inScope(engine, () => {
    const pointer = engine.allocate(count + 1);
    const reals = engine.allocateReals(count + 1);
    engine.bytesAt(pointer, count).set(bytes);
    engine.realsAt(reals, count + 1).fill(77);
    engine.call(...scaleBytes({ bytes: pointer, count, scale: 1 / 255, reals }));
    return Array.from(engine.realsAt(reals, count + 1));
  });
}

test.each([
  ['compiled kernel', simd, 1e-7],
  ['float32 twin', scalar, 1e-7],
  ['float64 twin', exact, 1e-15],
] as const)(
  'in the %s every byte is divided by 255, whatever their number',
  (_, engine, tolerance) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        const found = shares(engine, bytes);
        expect(found.pop()).toBe(77);
        for (const [at, byte] of bytes.entries()) {
          expect(Math.abs(found[at] - byte / 255)).toBeLessThanOrEqual(tolerance);
        }
      }),
    );
  },
);
