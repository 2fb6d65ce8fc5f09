import { type Network, parameterName } from '@sig/heads';

/** Filters of one convolution that are evolved together. */
export interface FilterUnit {
  /** The place of the convolution among the layers. */
  readonly layer: number;
  /** The first of the filters. */
  readonly first: number;
  readonly count: number;
}

/** The kernel and the bias of a convolution, and its filters. */
export interface FilterWeights {
  /** [taps, filters] */
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** Filter by filter, or layer by layer, in the order of the layers; of all convolutions or the last. */
export function filterUnits(
  network: Network,
  unit: 'filter' | 'layer',
  layers: 'all' | 'last' = 'all',
): FilterUnit[] {
  const last = network.layers.map(({ kind }) => kind).lastIndexOf('conv2d');
  return network.layers.flatMap(({ kind }, layer) => {
    if (kind !== 'conv2d' || (layers === 'last' && layer < last)) return [];
    const filters = weightsOf(network, layer).bias.length;
    if (unit === 'layer') return [{ layer, first: 0, count: filters }];
    return Array.from({ length: filters }, (_, first) => ({ layer, first, count: 1 }));
  });
}

/** The weights of a convolution, as they are in the network. */
export function weightsOf(network: Network, layer: number): FilterWeights {
  const shape = layer === 0 ? network.inputShape : network.shapes[layer - 1];
  const [kernel, bias] = network.layers[layer]
    .parameters(shape)
    .map((parameter) => network.weights[parameterName(layer, network.layers[layer], parameter)]);
  return { kernel, bias };
}

/** The unit's weights as one vector, [count, taps + 1]: of each filter its taps, then its bias. */
export function readUnit(
  { kernel, bias }: FilterWeights,
  { first, count }: FilterUnit,
): Float64Array {
  const filters = bias.length;
  const taps = kernel.length / filters;
  return Float64Array.from({ length: count * (taps + 1) }, (_, at) => {
    const filter = first + Math.floor(at / (taps + 1));
    const tap = at % (taps + 1);
    return tap === taps ? bias[filter] : kernel[tap * filters + filter];
  });
}

/** Puts a vector's weights in the places of the unit's. */
export function writeUnit(
  { kernel, bias }: FilterWeights,
  { first, count }: FilterUnit,
  vector: ArrayLike<number>,
): void {
  const filters = bias.length;
  const taps = kernel.length / filters;
  for (let at = 0; at < count * (taps + 1); at++) {
    const filter = first + Math.floor(at / (taps + 1));
    const tap = at % (taps + 1);
    if (tap === taps) bias[filter] = vector[at];
    else kernel[tap * filters + filter] = vector[at];
  }
}
