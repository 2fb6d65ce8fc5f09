import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/index.js';
import { signatureBytes, wordCount } from '../../src/signature/index.js';
import oracle from '../fixtures/image-signature.json' with { type: 'json' };
import { exact, inScope, levelError, scalar, simd } from './signature-engines.js';

interface ImageCall {
  pixels: ArrayLike<number>;
  height: number;
  width: number;
  channels: number;
  depth: number;
  columns?: boolean;
  basepoint?: boolean;
  time?: boolean;
}

function imageSignatures(engine: Engine, call: ImageCall): number[] {
  const { pixels, height, width, channels, depth, columns = false, time = false } = call;
  return inScope(engine, () => {
    const pointer = engine.allocate(pixels.length);
    engine.bytesAt(pointer, pixels.length).set(pixels);
    const paths = columns ? width : height;
    const outStride = wordCount(channels + +time, depth);
    const out = engine.allocateReals(paths * outStride);
    engine.call(
      ...signatureBytes({
        pixels: pointer,
        paths,
        pathStride: columns ? channels : width * channels,
        length: columns ? height : width,
        stepStride: columns ? width * channels : channels,
        channels,
        depth,
        basepoint: call.basepoint,
        time,
        out,
        outStride,
      }),
    );
    return Array.from(engine.realsAt(out, paths * outStride));
  });
}

const engines: [string, Engine, number][] = [
  ['compiled kernel', simd, 1e-4],
  ['float32 twin', scalar, 1e-4],
  ['float64 twin', exact, 1e-10],
];

for (const [name, engine, tolerance] of engines) {
  test(`the ${name} gives the known signatures of the rows and columns of images`, () => {
    for (const image of oracle.cases) {
      const { channels, depth } = image;
      const rows = imageSignatures(engine, { ...image, columns: false });
      const columns = imageSignatures(engine, { ...image, columns: true });
      expect(levelError(rows, image.rows.flat(), channels, depth)).toBeLessThan(tolerance);
      expect(levelError(columns, image.columns.flat(), channels, depth)).toBeLessThan(tolerance);
    }
  });

  test(`the ${name} gives zeros for one pixel, and exp of it with a basepoint`, () => {
    const image = { pixels: [255, 51, 0], height: 1, width: 1, channels: 3, depth: 2 };
    expect(imageSignatures(engine, image)).toEqual(new Array(12).fill(0));
    expect(imageSignatures(engine, { ...image, time: true })).toEqual(new Array(20).fill(0));
    const based = imageSignatures(engine, { ...image, basepoint: true });
    const expected = [1, 0.2, 0, 0.5, 0.1, 0, 0.1, 0.02, 0, 0, 0, 0];
    expect(levelError(based, expected, 3, 2)).toBeLessThan(1e-6);
  });
}

test('the compiled kernel equals the float64 twin for images of any shape and option', () => {
  const images = fc.record({
    height: fc.integer({ min: 1, max: 11 }),
    width: fc.integer({ min: 1, max: 70 }),
    channels: fc.integer({ min: 1, max: 4 }),
    depth: fc.integer({ min: 1, max: 5 }),
    columns: fc.boolean(),
    basepoint: fc.boolean(),
    time: fc.boolean(),
    seed: fc.integer({ min: 1, max: 1e6 }),
  });
  fc.assert(
    fc.property(images, (image) => {
      const count = image.height * image.width * image.channels;
      const pixels = Array.from({ length: count }, (_, at) => (image.seed * (at + 7) * 31) % 256);
      const call = { ...image, pixels };
      const dimension = image.channels + +image.time;
      const error = levelError(
        imageSignatures(simd, call),
        imageSignatures(exact, call),
        dimension,
        image.depth,
        1,
      );
      expect(error).toBeLessThan(1e-4);
    }),
  );
});

test('time goes from 0 to 1 over the path and does not count the basepoint', () => {
  const image = { pixels: [9, 9, 9], height: 1, width: 3, channels: 1, depth: 2, time: true };
  const [, time] = imageSignatures(exact, { ...image, basepoint: true });
  expect(time).toBeCloseTo(1, 12);
});
