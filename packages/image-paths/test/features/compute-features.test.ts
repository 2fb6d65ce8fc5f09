import { createEngine } from '@sig/kernels';
import { seededRandom } from '@sig/kernels/random';
import { signatureModule } from '@sig/kernels/signature';
import { signature } from '@sig/tensor-algebra';
import { describe, expect, it } from 'vitest';
import { computeFeatures } from '../../src/features/compute-features.js';
import { defaultRecipe } from '../../src/features/default-recipe.js';
import { resizeArea } from '../../src/image/resize-area.js';
import { imageStreams } from '../../src/paths/image-streams.js';
import oracle from '../fixtures/image-signature.json';
import { levelErrors } from './level-errors.js';

function randomImage(width: number, height: number, channels: 1 | 3) {
  const random = seededRandom(3);
  const data = Uint8Array.from({ length: width * height * channels }, () => random() * 256);
  return { width, height, channels, data };
}

describe('computeFeatures', () => {
  it('gives the signatures that iisignature gives, as an ndarray [streams, words]', () => {
    for (const { width, height, depth, pixels, rows, columns } of oracle.cases) {
      const recipe = defaultRecipe({ width, height, depth, direction: 'both' });
      const image = { width, height, channels: 3 as const, data: Uint8Array.from(pixels) };
      const features = computeFeatures(image, recipe);
      expect(features.shape).toEqual([height + width, rows[0].length]);
      expect(features.dtype).toBe('float32');
      for (const error of levelErrors(features.data, [...rows, ...columns].flat(), 3, depth)) {
        expect(error).toBeLessThan(1e-4);
      }
    }
  });

  it('equals the signature of the streams of the image, with time and basepoint', () => {
    const engine = createEngine({
      modules: [signatureModule],
      backend: 'scalar',
      precision: 'float64',
    });
    for (const channels of ['rgb', 'grey'] as const) {
      for (const direction of ['rows', 'columns'] as const) {
        for (const time of [false, true]) {
          for (const basepoint of [false, true]) {
            const image = randomImage(7, 5, channels === 'rgb' ? 3 : 1);
            const options = { direction, time, basepoint };
            const recipe = defaultRecipe({ width: 7, height: 5, depth: 3, channels, ...options });
            const found = computeFeatures(image, recipe, { engine });
            const streams = imageStreams(image, { ...options, dtype: 'float64' });
            const wanted = signature(streams, 3);
            expect(found.shape).toEqual(wanted.shape);
            for (let stream = 0; stream < found.shape[0]; stream++) {
              for (let word = 0; word < found.shape[1]; word++) {
                expect(found.get(stream, word)).toBeCloseTo(wanted.get(stream, word), 12);
              }
            }
          }
        }
      }
    }
  });

  it('brings the image to the size and channels of the recipe', () => {
    const large = randomImage(20, 14, 3);
    const recipe = defaultRecipe({ width: 10, height: 7, depth: 2 });
    const wanted = computeFeatures(resizeArea(large, 10, 7), recipe);
    expect(computeFeatures(large, recipe).data).toEqual(wanted.data);
    const grey = defaultRecipe({ width: 10, height: 7, channels: 'grey' });
    expect(computeFeatures(large, grey).shape).toEqual([7, 30]);
  });

  it('leaves a given engine as much memory as before', () => {
    const engine = createEngine({ modules: [signatureModule] });
    const recipe = defaultRecipe({ width: 5, height: 5, depth: 10 });
    const first = computeFeatures(randomImage(5, 5, 3), recipe, { engine });
    const mark = engine.mark();
    const second = computeFeatures(randomImage(5, 5, 3), recipe, { engine });
    expect(engine.mark()).toBe(mark);
    expect(second.data).toEqual(first.data);
  });

  it('takes images of a single pixel', () => {
    const image = { width: 1, height: 1, channels: 3 as const, data: Uint8Array.of(255, 0, 51) };
    const recipe = defaultRecipe({ width: 1, height: 1, depth: 1, basepoint: true, time: true });
    const [red, green, blue, time] = computeFeatures(image, recipe).data;
    expect([red, green, time]).toEqual([1, 0, 0]);
    expect(blue).toBeCloseTo(0.2, 6);
  });

  it('refuses an image whose bytes do not fit its sides', () => {
    const image = { width: 2, height: 2, channels: 3 as const, data: new Uint8Array(11) };
    expect(() => computeFeatures(image, defaultRecipe())).toThrow(
      'an image of 2×2×3 has 12 bytes, got 11',
    );
  });
});
