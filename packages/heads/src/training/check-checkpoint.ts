import { placeWeights } from '../execution/place-weights.js';
import type { Network } from '../network/network.js';
import { standardisedColumns } from '../network/standardised-columns.js';
import type { Checkpoint } from './checkpoint.js';
import type { FitOptions } from './fit-options.js';

/** Throws where a checkpoint is not of this network and these options. */
export function checkCheckpoint(
  checkpoint: Checkpoint,
  network: Network,
  { epochs = 20, ema = 0 }: FitOptions,
): void {
  const { epoch, history, average, best, standardisation } = checkpoint;
  if (!Number.isSafeInteger(epoch) || epoch < 1 || history.length !== epoch) {
    throw new RangeError(
      `a checkpoint must have one report for each of its epochs, got ${history.length} for ${epoch}`,
    );
  }
  if (epoch > epochs) {
    throw new RangeError(`the checkpoint is at epoch ${epoch}, epochs must not be ${epochs}`);
  }
  const { total } = placeWeights(network);
  for (const name of ['weights', 'first', 'second', 'average'] as const) {
    const found = checkpoint[name];
    if (found === undefined || found.length === total) continue;
    throw new RangeError(
      `the checkpoint is of another network: its ${name} are ${found.length} numbers, not ${total}`,
    );
  }
  if ((average !== undefined) !== ema > 0) {
    const kept = average ? 'an' : 'no';
    throw new RangeError(`the checkpoint has ${kept} average of the weights, but ema is ${ema}`);
  }
  const columns = standardisedColumns({ ...network, standardisation: undefined });
  for (const values of standardisation ? [standardisation.mean, standardisation.scale] : []) {
    if (values.length === columns) continue;
    throw new RangeError(
      `the checkpoint is of another network: it standardises ${values.length} columns, not ${columns}`,
    );
  }
  if (best === undefined) return;
  for (const [name, { length }] of Object.entries(network.weights)) {
    if (Object.hasOwn(best.weights, name) && best.weights[name].length === length) continue;
    throw new RangeError(`the checkpoint is of another network: its best epoch has no ${name}`);
  }
}
