import { type ArchitectureJSON, type LayerDescription, parameterName } from '@sig/heads';

/** The kinds of layers that are a product of their input with one kernel, plus a bias. */
export const PRODUCT_KINDS: readonly string[] = ['dense', 'conv1d', 'conv2d', 'depthwiseConv2d'];

/**
 * The product layers of an architecture in their order, those inside residuals included, each by the
 * beginning of its parameters' names: `0.conv1d`, `4.residual.1.conv1d`.
 */
export function productLayers({ layers }: Pick<ArchitectureJSON, 'layers'>): string[] {
  return layers.flatMap((layer, place) => {
    const inside = layersInside(layer);
    if (inside !== undefined) {
      return productLayers({ layers: inside }).map((name) => parameterName(place, layer, { name }));
    }
    return PRODUCT_KINDS.includes(layer.kind) ? [`${place}.${layer.kind}`] : [];
  });
}

/** The layers that a layer holds, where it holds any. */
export function layersInside({
  kind,
  options,
}: LayerDescription): readonly LayerDescription[] | undefined {
  // Options hold plain values and lists; a list of objects is one of layers.
  return kind === 'residual' ? (options.layers as readonly LayerDescription[]) : undefined;
}
