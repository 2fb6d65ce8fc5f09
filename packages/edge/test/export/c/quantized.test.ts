import { createNetwork, layersFromJSON, predict } from '@sig/heads';
import { createFeatures } from '@sig/image-paths';
import { describe, expect, it } from 'vitest';
import { exportC } from '../../../src/export/index.js';
import {
  type ActivationQuantization,
  type ClassifierModel,
  productLayers,
  quantizeModel,
} from '../../../src/index.js';
import { sampleImages, sampleModel, samples } from '../sample-models.js';
import { referenceProbabilities } from './integer-reference.js';
import { isInstalled, runOn, targets } from './targets.js';

const IMAGES = 200;
/** On the emulators, which are slow. */
const EMULATED_IMAGES = 40;

function sizeOfImage({ width, height, channels }: ClassifierModel['recipe']): number {
  return width * height * (channels === 'rgb' ? 3 : 1);
}

/** What the product layers take in, over some images. */
function activationsOf(model: ClassifierModel): Record<string, ActivationQuantization> {
  const folded = quantizeModel(model, { mode: 'dynamic-int8' });
  const { quantization: _, ...inFloats } = folded;
  const size = sizeOfImage(model.recipe);
  const pixels = sampleImages(size, 12);
  const ranges = new Map(productLayers(folded.architecture).map((name) => [name, [0, 0]]));
  for (let at = 0; at < pixels.length; at += size) {
    referenceProbabilities(inFloats, pixels.subarray(at, at + size), (name, values) => {
      const [low, high] = ranges.get(name) ?? [0, 0];
      ranges.set(name, [Math.min(low, ...values), Math.max(high, ...values)]);
    });
  }
  return Object.fromEntries(
    [...ranges].map(([name, [low, high]]) => {
      const scale = Math.fround((high - low) / 255);
      return [name, { scale, zeroPoint: Math.round(-128 - low / scale) }];
    }),
  );
}

interface IntegerCase {
  readonly model: ClassifierModel;
  readonly pixels: Uint8Array;
  /** Of each image. */
  readonly expected: readonly (readonly number[])[];
}

const cases = new Map<string, IntegerCase>();

/** A sample in int8 and what it must say; made once for all targets, for the reference is slow. */
function integerCase(name: string): IntegerCase {
  const known = cases.get(name);
  if (known) return known;
  const sample = sampleModel(samples[name]).model;
  const model = quantizeModel(sample, { mode: 'int8', activations: activationsOf(sample) });
  const size = sizeOfImage(model.recipe);
  const pixels = sampleImages(size, IMAGES);
  const expected = Array.from({ length: IMAGES }, (_, image) =>
    referenceProbabilities(model, pixels.subarray(image * size, (image + 1) * size)),
  );
  const made = { model, pixels, expected };
  cases.set(name, made);
  return made;
}

describe.each(Object.entries(targets))('on %s', (_, target) => {
  if (!isInstalled(target)) {
    it.skip(`needs compiler and emulator: apt-get install ${target.packages}`, () => undefined);
    return;
  }
  const images = target.emulated ? EMULATED_IMAGES : IMAGES;

  it.each([
    'cnn1d on rows and columns of grey digits',
    'field head on a field',
    'separable on pixels',
  ])('%s in int8 gives the integers that Quantization describes', (name) => {
    const { model, pixels, expected } = integerCase(name);
    const some = pixels.subarray(0, images * sizeOfImage(model.recipe));
    const { probabilities } = runOn(target, exportC(model), some);
    const classes = model.labels.length;
    const errors = expected.slice(0, images).map((wanted, image) => {
      const found = [...probabilities.subarray(image * classes, (image + 1) * classes)];
      expect(found.indexOf(Math.max(...found))).toBe(wanted.indexOf(Math.max(...wanted)));
      return Math.max(...found.map((p, at) => Math.abs(p - wanted[at])));
    });
    // A feature's last bit can tip an integer over; most images have none such.
    expect(errors.filter((error) => error > 1e-5).length).toBeLessThan(images / 4);
    expect(Math.max(...errors)).toBeLessThan(1 / 127);
  });

  // Of float16 the source is one in float32.
  it.each(target.emulated ? ['dynamic-int8' as const] : (['dynamic-int8', 'float16'] as const))(
    '%s says the same',
    async (mode) => {
      for (const name of ['transformer on rows at depth 3', 'separable on pixels']) {
        const small = quantizeModel(sampleModel(samples[name]).model, { mode });
        const { recipe, architecture, weights, standardisation } = small;
        const network = createNetwork({
          layers: layersFromJSON(architecture),
          features: createFeatures(recipe),
          weights,
          standardisation,
        });
        const pixels = sampleImages(sizeOfImage(recipe), images);
        const expected = await predict(network, pixels);
        const { probabilities } = runOn(target, exportC(small), pixels);
        const errors = probabilities.map((p, at) => Math.abs(p - expected[at]));
        expect(Math.max(...errors)).toBeLessThan(1e-4);
      }
    },
  );
});
