import type { FeatureRecipe } from '@sig/image-paths';
import { defaultRecipe, recipeShape } from '@sig/image-paths';
import { expect, it, test } from 'vitest';
import { countArrayBytes } from '../count-array-bytes.js';

const made = countArrayBytes();
const { encodeSafetensors } = await import('../../src/index.js');
const { contentChecksum } = await import('../../src/model/content-checksum.js');
const { createClassifier, ModelFileError } = await import('../../src/runtime/index.js');

interface LayerText {
  readonly kind: string;
  readonly options: object;
}

/** A file of a few hundred bytes, without weights, that asks for layers over a recipe. */
function fileOf(recipe: FeatureRecipe, layers: readonly LayerText[]): Uint8Array {
  const metadata: Record<string, string> = {
    ...{ format: 'sig-model', format_version: '1', kind: 'classifier', labels: '["a","b","c"]' },
    recipe: JSON.stringify(recipe),
    architecture: JSON.stringify({ inputShape: recipeShape(recipe), layers }),
  };
  metadata.checksum = contentChecksum({ tensors: {}, metadata });
  return encodeSafetensors({}, metadata);
}

const pixels = defaultRecipe({ width: 1024, height: 1024, transform: 'pixels' });
/** A recipe that `defaultRecipe` refuses and a file can hold. */
const fieldOfDepth = (depth: number): FeatureRecipe =>
  Object.assign(defaultRecipe({ width: 1024, height: 1024, transform: 'field' }), { depth });
const all = 1024 * 1024 * 3;
const layer = (kind: string, options: object = {}): LayerText => ({ kind, options });
const often = (count: number, what: LayerText): LayerText[] => Array(count).fill(what);

test.each<[string, FeatureRecipe, readonly LayerText[]]>([
  [
    'a chain of means over as many channels as there are pixels',
    pixels,
    [layer('reshape', { shape: [1, 1, all] }), ...often(50, layer('avgPool2d', { size: 1 }))],
  ],
  [
    'branches that each keep all pixels',
    pixels,
    often(50, layer('residual', { layers: [layer('gelu')] })),
  ],
  [
    'signatures of great depth',
    { ...defaultRecipe({ width: 1024, height: 1024 }), depth: 10 },
    [layer('flatten')],
  ],
  ['a field of windows everywhere', fieldOfDepth(6), [layer('flatten')]],
])('%s is refused by name, and before there is memory for it', (_, recipe, layers) => {
  const file = fileOf(recipe, layers);
  const before = made.bytes;
  expect(() => createClassifier(file)).toThrow(ModelFileError);
  expect(() => createClassifier(file)).toThrow(/it takes more than 256 MiB$/);
  expect(made.bytes - before).toBeLessThan(2 * 2 ** 20);
});

it('counts weights that are not there yet, and the calls over millions of lines', () => {
  const column = layer('reshape', { shape: [all, 1, 1] });
  const conv2d = layer('conv2d', { filters: 1, size: 1, stride: 2, padding: 0, bias: false });
  const recipe = pixels;
  const metadata: Record<string, string> = {
    ...{ format: 'sig-model', format_version: '1', kind: 'classifier', labels: '["a","b"]' },
    recipe: JSON.stringify(recipe),
    architecture: JSON.stringify({ inputShape: recipeShape(recipe), layers: [column, conv2d] }),
  };
  const data = Float32Array.of(1);
  const tensors = { '1.conv2d.kernel': { dtype: 'F32' as const, shape: [1, 1, 1, 1], data } };
  metadata.checksum = contentChecksum({ tensors, metadata });
  expect(() => createClassifier(encodeSafetensors(tensors, metadata))).toThrow(/256 MiB/);
});

it('takes a large image that fits', () => {
  const recipe = defaultRecipe({ width: 512, height: 512, transform: 'pixels' });
  const layers = [layer('reshape', { shape: [512, 512, 3] }), layer('globalAvgPool2d')];
  const classifier = createClassifier(fileOf(recipe, layers));
  const data = new Uint8Array(512 * 512 * 3).fill(7);
  const { probabilities } = classifier.classify({ width: 512, height: 512, data });
  expect(probabilities[0]).toBeCloseTo(1 / 3, 5);
  expect(classifier.memoryBytes).toBeLessThan(2 ** 28);
});
