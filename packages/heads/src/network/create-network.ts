import type { Features, KernelModule } from '@sig/kernels';
import { linearModule } from '@sig/kernels/linear';
import { seededRandom } from '@sig/kernels/random';
import { inferShapes } from '../layers/infer-shapes.js';
import { type Layer, type Parameter, type Shape, sizeOf } from '../layers/layer.js';
import { parameterName } from '../layers/parameter-name.js';
import { checkSeed } from '../random/check-seed.js';
import { mixSeed } from '../random/mix-seed.js';
import { initialize } from './initialize.js';
import type { Network, Standardisation } from './network.js';

export interface CreateNetworkOptions {
  layers: readonly Layer[];
  /** The shape of one sample; with `features` it may be left out. */
  inputShape?: Shape;
  /** Of the first weights (0). */
  seed?: number;
  features?: Features;
  /** Weights by name, for example from a file, in place of random ones. */
  weights?: Readonly<Record<string, ArrayLike<number>>>;
  standardisation?: Standardisation;
}

/**
 * Puts layers together and gives them their first weights: Glorot-uniform kernels, biases of 0.
 *
 * @throws RangeError when a layer does not fit the shape it gets, when the last one does not put out
 * [classes], when given weights are missing or of another size, or for a seed that is no integer.
 *
 * @example
 * createNetwork({ layers: cnn1dHead([64, 120], 2), inputShape: [64, 120], seed: 1 });
 */
export function createNetwork(options: CreateNetworkOptions): Network {
  const { layers, features, inputShape = features?.shape, seed = 0, standardisation } = options;
  if (inputShape === undefined) throw new TypeError('createNetwork needs inputShape or features');
  if (layers.length === 0) throw new RangeError('createNetwork needs at least one layer, got none');
  checkSeed(seed);
  if (features && `${features.shape}` !== `${inputShape}`) {
    throw new RangeError(`inputShape [${inputShape}] is not the features' [${features.shape}]`);
  }
  const shapes = inferShapes(layers, inputShape);
  const end = shapes.length - 1;
  const last = shapes[end];
  if (last.length !== 1) {
    throw new RangeError(
      `layer ${end} (${layers[end].kind}): the last layer must put out [classes], got [${last}]; end with flatten() and dense(classes)`,
    );
  }
  checkStandardisation(standardisation, inputShape);
  const parameters: { name: string; shape: Shape }[] = [];
  const weights: Record<string, Float32Array> = {};
  for (const [index, layer] of layers.entries()) {
    const given = index === 0 ? inputShape : shapes[index - 1];
    for (const [place, parameter] of layer.parameters(given).entries()) {
      const name = parameterName(index, layer, parameter);
      parameters.push({ name, shape: parameter.shape });
      weights[name] = options.weights
        ? takeWeights(options.weights, name, parameter)
        : initialize(parameter, seededRandom(mixSeed(seed, index, place)));
    }
  }
  return { layers, inputShape, shapes, parameters, weights, standardisation, features };
}

/** The kernel modules that an engine needs for a network. */
export function networkModules(network: Pick<Network, 'layers' | 'features'>): KernelModule[] {
  const modules = [
    linearModule,
    ...(network.features?.modules ?? []),
    ...network.layers.flatMap((layer) => layer.modules ?? []),
  ];
  return [...new Map(modules.map((module) => [module.name, module])).values()];
}

function takeWeights(
  weights: Readonly<Record<string, ArrayLike<number>>>,
  name: string,
  { shape }: Parameter,
): Float32Array {
  const found = weights[name];
  if (found === undefined) throw new RangeError(`weights hold no array named ${name}`);
  if (found.length !== sizeOf(shape)) {
    throw new RangeError(
      `weights of ${name} must be ${sizeOf(shape)} numbers [${shape}], got ${found.length}`,
    );
  }
  return Float32Array.from(found);
}

function checkStandardisation(standardisation: Standardisation | undefined, shape: Shape): void {
  if (standardisation === undefined) return;
  const columns = shape[shape.length - 1];
  for (const name of ['mean', 'scale'] as const) {
    const { length } = standardisation[name];
    if (columns % length === 0 && length === standardisation.mean.length) continue;
    throw new RangeError(
      `standardisation.${name} must have ${columns} numbers, or as many as the channels of pixels, got ${length}`,
    );
  }
}
