import { fitImage, type RawImage } from '@sig/image-paths';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFitter } from '../../src/runtime/image/create-fitter.js';
import { randomPixels } from './model-bytes.js';

const side = fc.integer({ min: 1, max: 40 });

test('images come to the very bytes of fitImage, whatever came before', () => {
  const sizes = fc.record({
    width: side,
    height: side,
    channels: fc.constantFrom(1 as const, 3 as const),
    fit: fc.constantFrom('stretch' as const, 'pad' as const, 'crop' as const),
  });
  const images = fc.array(
    fc.record({
      width: side,
      height: side,
      channels: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
      seed: fc.nat({ max: 1e6 }),
    }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(sizes, images, (size, sources) => {
      const fit = createFitter(size);
      const target = new Uint8Array(size.width * size.height * size.channels);
      for (const { width, height, channels, seed } of sources) {
        const data = randomPixels(width * height * channels, seed);
        const image: RawImage = { width, height, channels, data };
        fit(image, target);
        expect([...target]).toEqual([...fitImage(image, size).data]);
        fit(image, target);
        expect([...target]).toEqual([...fitImage(image, size).data]);
      }
    }),
    { numRuns: 300 },
  );
});
