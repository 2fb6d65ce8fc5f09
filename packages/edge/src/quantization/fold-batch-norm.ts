import { identityStandardisation } from '@sig/heads';
import type { ClassifierModel } from '../model/model.js';
import {
  batchNormAffine,
  type ChannelAffine,
  intoProduct,
  intoStandardisation,
  plainBatchNorm,
} from './channel-affine.js';
import {
  descriptions,
  joinWeights,
  type LayerWithWeights,
  withWeights,
} from './layer-with-weights.js';
import { layersInside, PRODUCT_KINDS } from './product-layers.js';

/** Layers that, once trained, leave every value what it is. */
const PASSING = ['dropout', 'flatten', 'reshape'];

/**
 * The same model with its batch normalisations multiplied into the product layer in front of each, or
 * into the standardisation where nothing has computed before it (Jacob et al. 2018, "Quantization and
 * training of neural networks for efficient integer-arithmetic-only inference", section 3.2).
 *
 * One behind anything else, such as an activation or a signature field, stays as what it does once
 * trained, a factor and an offset for each channel: gamma and beta of mean 0 and variance 1. The product
 * behind it could take them in, but int8 has one scale for all channels of that.
 *
 * @example
 * const { architecture } = foldBatchNorm(model); // depthwiseConv2d → relu, with a bias
 */
export function foldBatchNorm<T extends ClassifierModel>(model: T): T {
  const { architecture, weights } = model;
  const { inputShape } = architecture;
  const columns = model.standardisation?.mean.length ?? inputShape[inputShape.length - 1];
  let standardisation = model.standardisation;
  const layers = foldLayers(withWeights(architecture.layers, weights), (affine) => {
    if (columns % affine.factor.length !== 0) return false;
    standardisation = intoStandardisation(
      standardisation ?? identityStandardisation(columns),
      affine,
    );
    return true;
  });
  return {
    ...model,
    architecture: { inputShape, layers: descriptions(layers) },
    weights: joinWeights(layers),
    ...(standardisation && { standardisation }),
  };
}

/** @param first takes what stands before all that computes; says whether it could. */
function foldLayers(
  layers: readonly LayerWithWeights[],
  first: (affine: ChannelAffine) => boolean,
): LayerWithWeights[] {
  const folded: LayerWithWeights[] = [];
  for (const layer of layers) {
    const inside = layersInside(layer);
    if (inside !== undefined) {
      // What goes around the layers must stay as it is.
      const own = foldLayers(withWeights(inside, layer.weights), () => false);
      const options = { ...layer.options, layers: descriptions(own) };
      folded.push({ kind: layer.kind, options, weights: joinWeights(own) });
    } else if (layer.kind !== 'batchNorm') {
      folded.push(layer);
    } else {
      const affine = batchNormAffine(layer);
      const before = folded.map(({ kind }) => !PASSING.includes(kind)).lastIndexOf(true);
      if (before >= 0 && takes(folded[before], affine)) {
        folded[before] = intoProduct(folded[before], affine);
      } else if (before >= 0 || !first(affine)) {
        folded.push(plainBatchNorm(layer, affine));
      }
    }
  }
  return folded;
}

/** Whether a layer is a product whose output is nothing but that, with as many channels. */
function takes({ kind, options, weights }: LayerWithWeights, { factor }: ChannelAffine): boolean {
  if (!PRODUCT_KINDS.includes(kind) || options.activation === 'relu') return false;
  const depthwise = weights.kernel.length / Number(options.size) ** 2;
  return factor.length === (options.units ?? options.filters ?? depthwise);
}
