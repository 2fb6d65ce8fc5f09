import { createEngine, createThreadedEngine, type KernelCall } from '@sig/kernels';
import { seededRandom } from '@sig/kernels/random';
import { describe, expect, it } from 'vitest';
import { createFeatures } from '../../src/features/create-features.js';
import { defaultRecipe } from '../../src/features/default-recipe.js';
import type { FeatureRecipe } from '../../src/features/feature-recipe.js';
import oracle from '../fixtures/image-signature.json';
import { levelErrors } from './level-errors.js';

const engines = [
  { backend: 'auto', precision: 'float32', tolerance: 1e-4 },
  { backend: 'scalar', precision: 'float32', tolerance: 1e-4 },
  { backend: 'scalar', precision: 'float64', tolerance: 1e-10 },
] as const;

function recipeOf(index: number, direction: FeatureRecipe['direction']): FeatureRecipe {
  const { width, height, depth } = oracle.cases[index];
  return defaultRecipe({ width, height, depth, direction });
}

function run(
  recipe: FeatureRecipe,
  images: Uint8Array,
  engine = createEngine({ modules: createFeatures(recipe).modules }),
): number[][] {
  const features = createFeatures(recipe);
  const count = images.length / features.inputBytes;
  const size = features.shape.reduce((product, extent) => product * extent, 1);
  const input = engine.allocate(images.length);
  const output = engine.allocateReals(count * size);
  engine.bytesAt(input, images.length).set(images);
  const program: KernelCall[] = [];
  features.push(program, engine, input, output, count);
  engine.run([program]);
  return Array.from({ length: count }, (_, image) =>
    Array.from(engine.realsAt(output + image * size * engine.realBytes, size)),
  );
}

function randomPixels(count: number): Uint8Array {
  const random = seededRandom(7);
  return Uint8Array.from({ length: count }, () => random() * 256);
}

describe('createFeatures', () => {
  for (const { tolerance, ...options } of engines) {
    for (const [index, item] of oracle.cases.entries()) {
      const title = `${item.width}×${item.height} at depth ${item.depth}, ${options.backend} ${options.precision}`;
      it(`gives the signatures of rows and columns that iisignature gives: ${title}`, () => {
        const pixels = Uint8Array.from(item.pixels);
        const wanted = { rows: item.rows, columns: item.columns };
        for (const direction of ['rows', 'columns', 'both'] as const) {
          const recipe = recipeOf(index, direction);
          const engine = createEngine({ modules: createFeatures(recipe).modules, ...options });
          const [found] = run(recipe, pixels, engine);
          const streams =
            direction === 'both' ? [...wanted.rows, ...wanted.columns] : wanted[direction];
          for (const error of levelErrors(found, streams.flat(), 3, item.depth)) {
            expect(error).toBeLessThan(tolerance);
          }
        }
      });
    }
  }

  it('treats the images of a batch as if each came alone', () => {
    for (const transform of ['signature', 'pixels', 'field'] as const) {
      for (const direction of ['rows', 'columns', 'both'] as const) {
        for (const channels of ['rgb', 'grey'] as const) {
          const recipe = defaultRecipe({ width: 9, height: 9, transform, direction, channels });
          const bytes = createFeatures(recipe).inputBytes;
          const images = randomPixels(3 * bytes);
          const together = run(recipe, images);
          for (let image = 0; image < 3; image++) {
            const alone = run(recipe, images.slice(image * bytes, (image + 1) * bytes));
            expect(alone[0]).toEqual(together[image]);
          }
        }
      }
    }
  });

  it('gives the pixels of rows divided by 255', () => {
    const recipe = defaultRecipe({ width: 4, height: 3, transform: 'pixels' });
    const pixels = randomPixels(36);
    expect(createFeatures(recipe).shape).toEqual([3, 12]);
    run(recipe, pixels)[0].forEach((value, index) => {
      expect(value).toBeCloseTo(pixels[index] / 255, 6);
    });
  });

  it('gives the pixels of columns after those of rows', () => {
    const recipe = defaultRecipe({
      width: 2,
      height: 2,
      transform: 'pixels',
      channels: 'grey',
      direction: 'both',
    });
    const [found] = run(recipe, Uint8Array.of(0, 51, 102, 255));
    const parts = [0, 0.2, 0.4, 1, 0, 0.4, 0.2, 1];
    found.forEach((value, index) => {
      expect(value).toBeCloseTo(parts[index], 6);
    });
  });

  it('gives the same on two threads as on one', async () => {
    const recipe = defaultRecipe({ width: 9, height: 7, direction: 'both' });
    const features = createFeatures(recipe);
    const engine = await createThreadedEngine({ modules: features.modules, threads: 2 });
    const images = randomPixels(2 * features.inputBytes);
    const size = features.shape[0] * features.shape[1];
    const input = engine.allocate(images.length);
    const output = engine.allocateReals(2 * size);
    engine.bytesAt(input, images.length).set(images);
    const programs: KernelCall[][] = [[], []];
    programs.forEach((program, thread) => {
      const out = output + thread * size * engine.realBytes;
      features.push(program, engine, input + thread * features.inputBytes, out, 1);
    });
    engine.run(programs);
    const found = Array.from(engine.realsAt(output, 2 * size));
    engine.close();
    expect(found).toEqual(run(recipe, images).flat());
  });

  it('works at a depth whose workspace is larger than an engine starts with', () => {
    const recipe = defaultRecipe({ width: 3, height: 1, depth: 10 });
    const [found] = run(recipe, Uint8Array.of(0, 0, 0, 255, 0, 0, 255, 0, 0));
    // A straight line of length 1 along the first channel: 1/k! at the first word of level k.
    expect(found[0]).toBeCloseTo(1, 6);
    expect(found[3]).toBeCloseTo(0.5, 6);
    expect(found[12]).toBeCloseTo(1 / 6, 6);
    expect(found[(3 ** 10 - 3) / 2]).toBeCloseTo(1 / 3628800, 12);
  });

  it('refuses a recipe that is none', () => {
    expect(() => createFeatures({ ...defaultRecipe(), depth: 0 })).toThrow(
      'depth must be an integer from 1 to 12, got 0',
    );
  });
});
