import { type ArchitectureJSON, type Layer, type LayerFactory, layersFromJSON } from '@sig/heads';
import { PRODUCT_KINDS, productLayers } from './product-layers.js';

/**
 * The layers of an architecture, each product layer, inside residuals too, replaced by what `change`
 * makes of it and the beginning of its parameters' names; `own` makes kinds of one's own.
 */
export function mapProductLayers(
  architecture: ArchitectureJSON,
  change: (layer: Layer, name: string) => Layer,
  own: Readonly<Record<string, LayerFactory>> = {},
): Layer[] {
  // Layers are made in the order in which they are named.
  const names = productLayers(architecture)[Symbol.iterator]();
  const factories = PRODUCT_KINDS.map((kind) => [
    kind,
    (options: Layer['options']): Layer => {
      const [layer] = layersFromJSON({ layers: [{ kind, options }] });
      return change(layer, names.next().value ?? '');
    },
  ]);
  return layersFromJSON(architecture, { ...own, ...Object.fromEntries(factories) });
}
