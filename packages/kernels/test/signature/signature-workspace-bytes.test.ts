import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEngine, type Engine, type KernelCall } from '../../src/index.js';
import {
  chenProduct,
  chenProductDoubles,
  signatureBackward,
  signatureBackwardDoubles,
  signatureBackwardWorkspaceBytes,
  signatureBytes,
  signatureDoubles,
  signatureModule,
  signatureReals,
  signatureWorkspaceBytes,
  tensorExp,
  tensorLog,
  tensorLogBackward,
  tensorLogBackwardDoubles,
  tensorWorkspaceBytes,
  wordCount,
} from '../../src/signature/index.js';

const GUARD_BYTES = 1 << 16;

/** Runs a call with just this much workspace, and tells whether bytes behind it were written. */
function staysInside(
  workspaceBytes: number,
  build: (engine: Engine, allocate: (count: number) => number) => KernelCall,
): boolean {
  const rounded = Math.ceil(workspaceBytes / 64) * 64;
  const engine = createEngine({ modules: [signatureModule], backend: 'simd', workspaceBytes });
  const guard = engine.allocate(GUARD_BYTES);
  // The workspace is the first thing in memory and the guard the next.
  expect(guard).toBeLessThanOrEqual(rounded + 128);
  const call = build(engine, (count) => engine.allocate(count * 8));
  engine.bytesAt(guard, GUARD_BYTES).fill(171);
  engine.call(...call);
  return engine.bytesAt(guard, GUARD_BYTES).every((byte) => byte === 171);
}

const shapes = fc.record({
  channels: fc.integer({ min: 1, max: 6 }),
  depth: fc.integer({ min: 1, max: 7 }),
  length: fc.integer({ min: 1, max: 120 }),
  paths: fc.integer({ min: 1, max: 5 }),
  time: fc.boolean(),
  basepoint: fc.boolean(),
  reversed: fc.boolean(),
  doubles: fc.boolean(),
});

test('signatures need no more workspace than is asked for', () => {
  fc.assert(
    fc.property(shapes, fc.boolean(), fc.boolean(), (shape, initial, bytes) => {
      const { channels, depth, length, paths, time, doubles } = shape;
      const dimension = channels + +time;
      fc.pre(dimension ** depth < 20_000);
      const words = wordCount(dimension, depth);
      const inside = staysInside(signatureWorkspaceBytes(dimension, depth), (_, allocate) => {
        const path = allocate(paths * length * channels);
        const strides = { pathStride: length * channels, stepStride: channels };
        const out = { out: allocate(paths * words), outStride: words };
        if (bytes) return signatureBytes({ ...shape, ...strides, ...out, pixels: path });
        const start = initial ? allocate(paths * words) : 0;
        const build = doubles ? signatureDoubles : signatureReals;
        return build({ ...shape, ...strides, ...out, path, initial: start, initialStride: words });
      });
      expect(inside).toBe(true);
    }),
  );
});

test('gradients need no more workspace than is asked for', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const { channels, depth, length, paths, time, doubles } = shape;
      const dimension = channels + +time;
      fc.pre(dimension ** depth < 20_000);
      const words = wordCount(dimension, depth);
      const bytes = signatureBackwardWorkspaceBytes(dimension, depth);
      const inside = staysInside(bytes, (_, allocate) => {
        const build = doubles ? signatureBackwardDoubles : signatureBackward;
        return build({
          ...shape,
          path: allocate(paths * length * channels),
          pathStride: length * channels,
          stepStride: channels,
          signature: allocate(paths * words),
          signatureStride: words,
          cotangent: allocate(paths * words),
          cotangentStride: words,
          gradient: allocate(paths * length * channels),
          gradientPathStride: length * channels,
          gradientStepStride: channels,
        });
      });
      expect(inside).toBe(true);
    }),
  );
});

test('products, logarithms and exponentials need no more workspace than is asked for', () => {
  const kernels = fc.constantFrom(
    chenProduct,
    chenProductDoubles,
    tensorLog,
    tensorExp,
    tensorLogBackward,
    tensorLogBackwardDoubles,
  );
  fc.assert(
    fc.property(shapes, kernels, ({ channels, depth, paths: count }, build) => {
      fc.pre(channels ** depth < 20_000);
      const words = wordCount(channels, depth);
      const inside = staysInside(tensorWorkspaceBytes(channels, depth), (_, allocate) => {
        const tensor = (): number => allocate(count * words);
        const factors = { left: tensor(), leftStride: words, right: tensor(), rightStride: words };
        const series = { x: tensor(), xStride: words, cotangent: tensor(), cotangentStride: words };
        return build({
          ...factors,
          ...series,
          count,
          channels,
          depth,
          out: tensor(),
          outStride: words,
        });
      });
      expect(inside).toBe(true);
    }),
  );
});
