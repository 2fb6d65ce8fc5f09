import { expect, test } from 'vitest';
import { createEngine } from '../../src/index.js';
import {
  signatureBytes,
  signatureModule,
  signatureReals,
  signatureWorkspaceBytes,
  wordCount,
} from '../../src/signature/index.js';
import { exact, inScope, levelError, place, scatter, simd } from './signature-engines.js';

/** Signatures of a batch of paths laid out one after another. */
function batchSignatures(
  engine: typeof simd,
  channels: number,
  depth: number,
  length: number,
  paths: number,
): number[] {
  return inScope(engine, () => {
    const words = wordCount(channels, depth);
    engine.reserveWorkspace(signatureWorkspaceBytes(channels, depth));
    const numbers = scatter(channels * 10 + depth, paths * length * channels);
    const path = place(engine, numbers);
    const out = engine.allocateReals(paths * words);
    const shape = { paths, pathStride: length * channels, length, stepStride: channels };
    engine.call(...signatureReals({ path, ...shape, channels, depth, out, outStride: words }));
    return Array.from(engine.realsAt(out, paths * words));
  });
}

// Unrolled steps, steps on the words that start with their smallest letter, and steps on all words.
const shapes = [
  [2, 2],
  [2, 3],
  [2, 4],
  [2, 5],
  [2, 6],
  [3, 2],
  [3, 3],
  [3, 4],
  [3, 5],
  [4, 2],
  [4, 3],
  [4, 4],
  [3, 6],
  [4, 5],
  [5, 2],
  [5, 4],
  [6, 3],
  [8, 3],
  [30, 2],
  [2, 9],
  [1, 6],
  [3, 1],
];

for (const [channels, depth] of shapes) {
  test(`${channels} channels to level ${depth} agree with float64 for one path and for six`, () => {
    for (const [length, paths] of [
      [5, 6],
      [70, 6],
      [401, 1],
    ]) {
      const actual = batchSignatures(simd, channels, depth, length, paths);
      const expected = batchSignatures(exact, channels, depth, length, paths);
      // The paths go from -0.7 to 0.7, so that is how far they reach before they cancel.
      expect(levelError(actual, expected, channels, depth, 1.4)).toBeLessThan(1e-4);
    }
  });
}

test('increments of 1e-12 and of 1e+8 keep the levels that float32 can hold', () => {
  for (const size of [1e-12, 1e8]) {
    const engineSignatures = [simd, exact].map((engine) =>
      inScope(engine, () => {
        const path = place(engine, scatter(4, 4 * 90 * 3, size));
        const out = engine.allocateReals(4 * 39);
        const shape = { paths: 4, pathStride: 270, length: 90, stepStride: 3 };
        engine.call(
          ...signatureReals({ path, ...shape, channels: 3, depth: 3, out, outStride: 39 }),
        );
        return Array.from(engine.realsAt(out, 4 * 39));
      }),
    );
    expect(levelError(engineSignatures[0], engineSignatures[1], 3, 3)).toBeLessThan(1e-4);
  }
});

test('a constant path has the signature zero, exactly', () => {
  const numbers = Array.from({ length: 4 * 100 * 3 }, (_, at) =>
    Math.fround([0.1, 7e5, -3][at % 3]),
  );
  const signatures = inScope(simd, () => {
    const path = place(simd, numbers);
    const out = simd.allocateReals(4 * 120);
    const shape = { paths: 4, pathStride: 300, length: 100, stepStride: 3 };
    simd.call(...signatureReals({ path, ...shape, channels: 3, depth: 4, out, outStride: 120 }));
    return Array.from(simd.realsAt(out, 4 * 120));
  });
  expect(signatures.every((value) => value === 0)).toBe(true);
});

test('nothing is read behind the last pixel, at the very end of the memory', () => {
  for (const channels of [1, 3, 4]) {
    const engine = createEngine({ modules: [signatureModule], backend: 'simd' });
    const out = engine.allocateReals(8 * 30);
    const end = engine.bytes.length;
    const shape = { paths: 1, pathStride: channels, length: 1, stepStride: channels };
    const call = signatureBytes({
      ...shape,
      pixels: end - channels,
      channels,
      depth: 2,
      basepoint: true,
      out,
      outStride: 30,
    });
    expect(() => engine.call(...call)).not.toThrow();
  }
});
