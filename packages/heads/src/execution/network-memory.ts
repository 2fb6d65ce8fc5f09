import type { Engine } from '@sig/kernels';
import type { Layer } from '../layers/layer.js';
import type { Network } from '../network/network.js';
import { fuseRelus } from './fuse-relus.js';
import { placeWeights, type WeightPlaces } from './place-weights.js';

/** A network's weights in an engine's memory. */
export interface NetworkMemory {
  readonly engine: Engine;
  readonly network: Network;
  /** The network's layers as they are run. */
  readonly layers: readonly Layer[];
  readonly places: WeightPlaces;
  /** The block of weights. */
  readonly weights: number;
  /** [columns] each, the last axis of the input; in use where the network has a standardisation. */
  readonly mean: number;
  readonly scale: number;
  /** Copies weights and standardisation from the network into the memory. */
  load(): void;
  /** Copies the weights from the memory into the network's arrays. */
  store(): void;
  /** Whether every weight in the memory is a finite number. */
  finite(): boolean;
}

/** Allocates and loads a network's weights. */
export function allocateNetwork(engine: Engine, network: Network): NetworkMemory {
  const { parameters, inputShape } = network;
  const places = placeWeights(network);
  const columns = inputShape[inputShape.length - 1];
  const weights = engine.allocateReals(places.total);
  const mean = engine.allocateReals(columns);
  const scale = engine.allocateReals(columns);
  const viewOf = (index: number): [Float32Array, Float32Array | Float64Array] => {
    const kept = network.weights[parameters[index].name];
    return [kept, engine.realsAt(weights + places.offsets[index] * engine.realBytes, kept.length)];
  };
  const memory: NetworkMemory = {
    engine,
    network,
    layers: fuseRelus(network.layers),
    places,
    weights,
    mean,
    scale,
    load() {
      for (const index of parameters.keys()) {
        const [kept, used] = viewOf(index);
        used.set(kept);
      }
      const { standardisation } = network;
      if (standardisation === undefined) return;
      // The few channels of pixels would leave vectors empty: they are repeated for a whole row.
      for (let at = 0; at < columns; at += standardisation.mean.length) {
        engine.realsAt(mean, columns).set(standardisation.mean, at);
        engine.realsAt(scale, columns).set(standardisation.scale, at);
      }
    },
    store() {
      for (const index of parameters.keys()) {
        const [kept, used] = viewOf(index);
        kept.set(used);
      }
    },
    finite: () => engine.realsAt(weights, places.total).every((weight) => Number.isFinite(weight)),
  };
  memory.load();
  return memory;
}
