import type { Layer, Parameter } from './layer.js';

/**
 * The name of a layer's parameter among those of all layers, `<place>.<kind>.<parameter>`: the key
 * of its weights in a network and in a file.
 *
 * @example
 * parameterName(0, conv1d(32), { name: 'kernel' }); // '0.conv1d.kernel'
 */
export function parameterName(
  place: number,
  layer: Pick<Layer, 'kind'>,
  parameter: Pick<Parameter, 'name'>,
): string {
  return `${place}.${layer.kind}.${parameter.name}`;
}
