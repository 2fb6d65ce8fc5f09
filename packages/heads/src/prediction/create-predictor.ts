import type { Engine, KernelCall } from '@sig/kernels';
import { forwardPrograms } from '../execution/run-forward.js';
import { createRuntime, type Runtime } from '../execution/runtime.js';
import type { Network } from '../network/network.js';
import type { Dataset } from '../training/dataset.js';

/** A network that stays in an engine's memory from one question to the next. */
export interface Predictor {
  readonly network: Network;
  /** What comes out for `count` samples from `first` on, [count, classes]: a view, stale after the next run. */
  run(
    samples: Pick<Dataset, 'read'>,
    first: number,
    count: number,
    output?: 'probabilities' | 'activations',
  ): Float32Array | Float64Array;
  /** Gives the memory back; a later question takes it anew. */
  release(): void;
}

/**
 * Puts a network into an engine once, for `predict`: where images come one by one, making room and
 * copying weights each time takes up to a third as long as the network itself.
 *
 * The room grows to the largest batch that was asked about. The weights are those that the network had
 * when its room was made: release the predictor where they have changed.
 *
 * @param engine One that has `networkModules(network)`; it is not closed.
 *
 * @example
 * const predictor = createPredictor(network, createEngine({ modules: networkModules(network) }));
 * const probabilities = await predict(network, pixels, { predictor });
 */
export function createPredictor(network: Network, engine: Engine): Predictor {
  const classes = network.shapes[network.shapes.length - 1][0];
  let runtime: Runtime | undefined;
  // Images often come by the same number, and a small network's program takes a tenth of its time to make.
  let kept: { programs: KernelCall[][]; count: number; output?: string } | undefined;
  const release = (): void => {
    runtime?.release();
    runtime = undefined;
    kept = undefined;
  };
  return {
    network,
    run(samples, first, count, output) {
      if (runtime === undefined || runtime.batch.capacity < count) {
        release();
        runtime = createRuntime(engine, network, { batch: count, training: false });
      }
      const { batch } = runtime;
      for (let place = 0; place < count; place++) batch.read(place, samples, first + place);
      if (kept?.count !== count || kept.output !== output) {
        kept = { programs: forwardPrograms(runtime, count, output), count, output };
      }
      engine.run(kept.programs);
      return engine.realsAt(batch.probabilities, count * classes);
    },
    release,
  };
}
