import { createEngine } from '@sig/kernels';
import { fieldModule } from '@sig/kernels/field';
import { seededRandom } from '@sig/kernels/random';
import { signature } from '@sig/tensor-algebra';
import ndarray from 'ndarray';
import { describe, expect, it } from 'vitest';
import { computeFeatures } from '../../src/features/compute-features.js';
import { createFeatures } from '../../src/features/create-features.js';
import { defaultRecipe } from '../../src/features/default-recipe.js';
import { parseRecipe } from '../../src/features/parse-recipe.js';
import { recipeCost } from '../../src/features/recipe-cost.js';
import { recipeShape } from '../../src/features/recipe-shape.js';

const field = (options: Parameters<typeof defaultRecipe>[0] = {}) =>
  defaultRecipe({ transform: 'field', ...options });

describe('the recipe of a field', () => {
  it('is both directions at depth 2 in windows of 8 at stride 4, unless told otherwise', () => {
    expect(field()).toEqual({
      version: 1,
      width: 64,
      height: 64,
      channels: 'rgb',
      direction: 'both',
      transform: 'field',
      depth: 2,
      time: false,
      basepoint: false,
      window: 8,
      stride: 4,
      moments: true,
    });
  });

  it('gives grey images time, without which a row has but one number', () => {
    expect(field({ channels: 'grey' })).toMatchObject({ time: true, basepoint: false });
    expect(recipeShape(field({ channels: 'grey' }))).toEqual([15, 15, 2 * 6 + 2]);
  });

  it('comes back from JSON, and no other recipe keeps what is the field\u2019s', () => {
    const recipe = field({ window: 5, stride: 2, moments: false, depth: 3 });
    expect(parseRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
    expect(defaultRecipe({ window: 5, stride: 2, moments: false })).toEqual(defaultRecipe());
  });

  it('has a shape of windows down, windows across and channels', () => {
    expect(recipeShape(field())).toEqual([15, 15, 30]);
    expect(recipeShape(field({ width: 20, height: 11 }))).toEqual([1, 4, 30]);
    expect(recipeShape(field({ direction: 'rows', moments: false, depth: 3 }))).toEqual([
      15, 15, 39,
    ]);
  });

  it('counts the multiply-adds that are worked out by hand', () => {
    // A step of a line: two for each of 3 pairs; a segment: 6 for the chords, 6 for the products.
    const direction = 64 * (63 * 6 + 15 * (6 + 6));
    expect(recipeCost(field({ moments: false, direction: 'rows' }))).toBe(direction);
    expect(recipeCost(field())).toBe(2 * direction + 64 * 64 * 3);
    // Depth 3: 15 segments of 7 steps on each of 64 lines, 2 · 9 + 27 a step.
    const deep = 64 * 15 * 7 * (2 * 9 + 27);
    expect(recipeCost(field({ moments: false, depth: 3 }))).toBe(2 * deep);
    // Windows 2 at stride 5 on 9 lines: lines 0, 1, 5, 6 count; 2 segments of one step, 3-d depth 1.
    const sparse = { width: 9, height: 9, window: 2, stride: 5, moments: false, depth: 3 };
    expect(recipeCost(field({ ...sparse, direction: 'rows' }))).toBe(4 * 2 * 1 * 45);
  });

  const bad: [string, Parameters<typeof defaultRecipe>[0], string][] = [
    ['a window of 1', { window: 1 }, 'window must be an integer from 2 to 256, got 1'],
    ['a window of 257', { window: 257 }, 'window must be an integer from 2 to 256, got 257'],
    ['a stride of 0', { stride: 0 }, 'stride must be an integer from 1 to 256, got 0'],
    ['a low image', { height: 7 }, "window must be at most the image's sides, 64×7, got 8"],
    ['a narrow image', { width: 7 }, "window must be at most the image's sides, 7×64, got 8"],
    ['a deep signature', { depth: 7 }, 'depth must be at most 6 for a field, got 7'],
    ['a basepoint', { basepoint: true }, 'basepoint must be false for the transform field'],
    [
      'too much',
      { depth: 6, stride: 1, width: 128, height: 128 },
      'this recipe gives 121 × 121 × 2190',
    ],
  ];
  for (const [title, options, message] of bad) {
    it(`refuses ${title} in one line`, () => {
      expect(() => field(options)).toThrow(message);
    });
  }

  it('needs all that is the field\u2019s in a file', () => {
    const whole = JSON.parse(JSON.stringify(field()));
    for (const [name, message] of [
      ['window', 'window must be an integer from 2 to 256, got undefined'],
      ['stride', 'stride must be an integer from 1 to 256, got undefined'],
      ['moments', 'moments must be true or false, got undefined'],
    ]) {
      expect(() => parseRecipe({ ...whole, [name]: undefined })).toThrow(message);
    }
  });
});

describe('the features of a field', () => {
  const random = seededRandom(11);
  const data = Uint8Array.from({ length: 13 * 17 * 3 }, () => random() * 256);
  const image = { width: 17, height: 13, channels: 3 as const, data };

  it('are the means of the signatures of the segments, then mean and deviation', () => {
    const engine = createEngine({
      modules: [fieldModule],
      backend: 'scalar',
      precision: 'float64',
    });
    for (const depth of [1, 2, 3]) {
      const [window, stride] = [5, 3];
      const recipe = field({ width: 17, height: 13, depth, window, stride });
      const exact = computeFeatures(image, recipe, { engine });
      const fast = computeFeatures(image, recipe);
      expect(exact.shape).toEqual(recipeShape(recipe));
      const pixels = ndarray(
        Float64Array.from(data, (value) => value / 255),
        [13, 17, 3],
      );
      for (let down = 0; down < exact.shape[0]; down++) {
        for (let across = 0; across < exact.shape[1]; across++) {
          const block = pixels.lo(down * stride, across * stride, 0).hi(window, window, 3);
          const expected = [block, block.transpose(1, 0, 2)].flatMap((lines) => {
            const all = signature(lines, depth);
            return Array.from({ length: all.shape[1] }, (_, word) => {
              let sum = 0;
              for (let line = 0; line < window; line++) sum += all.get(line, word);
              return sum / window;
            });
          });
          const found = Array.from({ length: exact.shape[2] }, (_, c) =>
            exact.get(down, across, c),
          );
          for (const [at, value] of expected.entries()) {
            expect(found[at]).toBeCloseTo(value, 12);
            expect(fast.get(down, across, at)).toBeCloseTo(value, 6);
          }
          for (let c = 0; c < 3; c++) {
            const values: number[] = [];
            for (let k = 0; k < window ** 2; k++) {
              values.push(block.get(Math.floor(k / window), k % window, c));
            }
            const mean = values.reduce((a, b) => a + b) / values.length;
            const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
            expect(found[expected.length + c]).toBeCloseTo(mean, 12);
            expect(found[expected.length + 3 + c]).toBeCloseTo(Math.sqrt(variance), 12);
          }
        }
      }
    }
  });

  it('come with kernels of their own', () => {
    const { modules, macs, shape, inputBytes } = createFeatures(field());
    expect(modules.map(({ name }) => name)).toEqual(['field']);
    expect([macs, shape, inputBytes]).toEqual([83_712, [15, 15, 30], 64 * 64 * 3]);
  });
});
