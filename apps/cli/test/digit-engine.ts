import { encodeModel } from '@sig/edge';
import { architectureToJSON } from '@sig/heads';
import { createFeatures, defaultRecipe } from '@sig/image-paths';
import { readMnist } from '@sig/image-paths/node';
import {
  attachKnn,
  createFeatureNet,
  createKnn,
  extractFeatures,
  type Knn,
  knnLayers,
} from '@sig/knn-slice';

export interface DigitEngine {
  /** Of the model file. */
  readonly bytes: Uint8Array;
  readonly knn: Knn;
}

/** A k-NN on random filters, whose references are the first training digits. */
export async function digitEngine({ count = 200, k = 3 } = {}): Promise<DigitEngine> {
  const { train, classes } = await readMnist();
  const recipe = defaultRecipe({
    transform: 'pixels',
    width: 28,
    height: 28,
    channels: 'grey',
  });
  const network = createFeatureNet({ features: createFeatures(recipe), filters: [4, 6], seed: 1 });
  const pixels = train.pixels.subarray(0, count * 784);
  const knn = createKnn(await extractFeatures(network, pixels), train.labels.subarray(0, count), {
    k,
  });
  const engine = attachKnn(network, knn);
  const architecture = architectureToJSON(engine);
  const { weights } = engine;
  const model = { kind: 'classifier', labels: classes, recipe, architecture, weights } as const;
  return { bytes: encodeModel(model, { layers: knnLayers }), knn };
}
