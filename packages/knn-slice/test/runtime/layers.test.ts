import { createModelNetwork, decodeModel, encodeModel, quantizeModel } from '@sig/edge';
import { exportJs } from '@sig/edge/export';
import { createClassifier, ModelFileError } from '@sig/edge/runtime';
import { architectureToJSON, type Network, predict } from '@sig/heads';
import { createFeatures, defaultRecipe } from '@sig/image-paths';
import { seededRandom } from '@sig/kernels/random';
import { describe, expect, it } from 'vitest';
import {
  attachKnn,
  attachPrototypes,
  createFeatureNet,
  createKnn,
  extractFeatures,
  fitReferences,
  knnLayers,
  learnPrototypes,
  ONE_PIXEL_SHIFTS,
  runtimeExtension,
} from '../../src/index.js';
import { layers } from '../../src/runtime/index.js';

const recipe = defaultRecipe({ transform: 'pixels', width: 12, height: 10, channels: 'grey' });
const names = ['lying', 'standing', 'none'];
const labels = Array.from({ length: 90 }, (_, index) => index % 3);
const random = seededRandom(4);
const images = Uint8Array.from({ length: 90 * 120 }, () => 120 * random());
for (const [index, label] of labels.entries()) {
  const at = 1 + Math.floor(8 * random());
  for (let i = 0; i < 10; i++) {
    if (label < 2) images[index * 120 + (label === 0 ? at * 12 + i : i * 12 + at)] += 90;
  }
}
const features = createFeatures(recipe);
const network = createFeatureNet({ features, inputShape: [10, 12, 1], filters: [6], seed: 2 });
const rows = await extractFeatures(network, images.subarray(0, 60 * 120));
const queries = images.subarray(60 * 120);

function modelOf(engine: Network) {
  const architecture = architectureToJSON(engine);
  const { weights } = engine;
  return { kind: 'classifier', labels: names, recipe, architecture, weights } as const;
}

const engines = {
  majority: attachKnn(network, createKnn(rows, labels.slice(0, 60), { k: 4 })),
  distance: attachKnn(network, createKnn(rows, labels.slice(0, 60), { k: 4, vote: 'distance' })),
  discriminants: attachKnn(
    network,
    await fitReferences(
      network,
      { images: images.subarray(0, 60 * 120), labels: labels.slice(0, 60) },
      { k: 4, shifts: ONE_PIXEL_SHIFTS, discriminants: { subclasses: 2, shrinkage: 0.1 } },
    ),
  ),
  prototypes: attachPrototypes(
    network,
    await learnPrototypes({ features: rows, labels: labels.slice(0, 60) }, { count: 9, epochs: 3 }),
  ),
};
const own = { layers: knnLayers };

describe('the layers for the runtime', () => {
  describe.each(Object.entries(engines))('%s', (_, engine) => {
    it.each(['float32', 'dynamic-int8', 'float16'] as const)(
      'give what the network gives, weights in %s',
      async (mode) => {
        const model =
          mode === 'float32' ? modelOf(engine) : quantizeModel(modelOf(engine), { mode, ...own });
        const bytes = encodeModel(model, own);
        const read = decodeModel(bytes, own);
        const expected = await predict(createModelNetwork(read, own), queries);
        const classifier = createClassifier(bytes, { layers });
        for (let index = 0; index < 30; index++) {
          const data = queries.subarray(index * 120, (index + 1) * 120);
          const found = classifier.classify({ width: 12, height: 10, channels: 1, data });
          const row = [...expected.subarray(3 * index, 3 * index + 3)];
          for (const [label, share] of row.entries()) {
            expect(found.probabilities[label]).toBeCloseTo(share, 3);
          }
          expect(found.label).toBe(names[row.indexOf(Math.max(...row))]);
        }
      },
    );

    it('come with the ES module that is made of it', async () => {
      const text = exportJs(modelOf(engine), { ...own, extension: runtimeExtension });
      const module = await import(`data:text/javascript;base64,${btoa(text)}`);
      const classifier = createClassifier(encodeModel(modelOf(engine), own), { layers });
      for (let index = 0; index < 30; index++) {
        const data = queries.subarray(index * 120, (index + 1) * 120);
        const image = { width: 12, height: 10, channels: 1, data };
        expect(module.classify(image)).toEqual(classifier.classify(image));
      }
    });
  });

  it('keep int8 references at a quarter of the bytes', () => {
    const model = modelOf(engines.majority);
    const whole = encodeModel(model, own).length;
    const small = encodeModel(quantizeModel(model, { mode: 'dynamic-int8', ...own }), own).length;
    // 60 references of 120 features: three bytes less each, but for a scale a column.
    expect(whole - small).toBeGreaterThan(3 * 60 * 120 - 4 * 120 - 1500);
  });

  it('are refused without their code, and with options that make no sense', () => {
    const model = modelOf(engines.majority);
    expect(() => createClassifier(encodeModel(model, own))).toThrow('(knn) is not known here');
    const changed = (options: object) => {
      const { layers: given, inputShape } = model.architecture;
      const end = given.length - 1;
      const last = { kind: 'knn', options: { ...given[end].options, ...options } };
      const architecture = { inputShape, layers: [...given.slice(0, end), last] };
      const any = { ...knnLayers, knn: () => knnLayers.knn(given[end].options) };
      return encodeModel({ ...model, architecture }, { layers: any });
    };
    for (const options of [
      { k: 0 },
      { k: 61 },
      { k: '3' },
      { vote: 'loud' },
      { counts: [60, 0, 0] },
      { counts: [20, 20, 2 ** 24] },
      { counts: [20, 20, 1e6] },
      { counts: [20, 20, -1] },
      { counts: [20, 40] },
    ]) {
      expect(() => createClassifier(changed(options), { layers })).toThrow(ModelFileError);
    }
  });
});
