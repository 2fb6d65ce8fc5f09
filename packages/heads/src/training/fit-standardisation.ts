import type { KernelCall } from '@sig/kernels';
import { pushInput } from '../execution/push-forward.js';
import type { Runtime } from '../execution/runtime.js';
import { sizeOf } from '../layers/layer.js';
import type { Standardisation } from '../network/network.js';
import { standardisedColumns } from '../network/standardised-columns.js';
import type { Dataset } from './dataset.js';

// Below this share of the column's own size a deviation is rounding, not variation.
const ROUNDING = 1e-5;
const LEAST = 1e-10;

/**
 * Mean and 1 / deviation of each column of the network's input over some samples, or of each channel
 * where it is rows of pixels. Columns that do not vary keep the scale 1.
 *
 * @throws RangeError when a sample has numbers that are not finite.
 */
export function fitStandardisation(
  runtime: Runtime,
  dataset: Dataset,
  indices: Int32Array,
): Standardisation {
  const { engine, network, memory, batch, lanes } = runtime;
  const { inputShape } = network;
  const columns = standardisedColumns(network);
  const size = sizeOf(inputShape);
  const capacity = Math.min(lanes[0].capacity, batch.capacity);
  const shift = new Float64Array(columns);
  const sums = new Float64Array(columns);
  const squares = new Float64Array(columns);
  for (let start = 0; start < indices.length; start += capacity) {
    const count = Math.min(capacity, indices.length - start);
    for (let place = 0; place < count; place++) batch.read(place, dataset, indices[start + place]);
    const program: KernelCall[] = [];
    const slice = { first: 0, count, training: false, seed: 0 };
    const pointer = pushInput(program, memory, lanes[0], batch, slice);
    engine.run([program]);
    const values = engine.realsAt(pointer, count * size);
    // Sums of differences from the first row keep the digits that plain squares lose.
    if (start === 0) shift.set(values.subarray(0, columns));
    for (let at = 0, column = 0; at < values.length; at++) {
      const difference = values[at] - shift[column];
      sums[column] += difference;
      squares[column] += difference * difference;
      if (++column === columns) column = 0;
    }
  }
  const rows = (indices.length * size) / columns;
  const mean = new Float32Array(columns);
  const scale = new Float32Array(columns);
  for (let column = 0; column < columns; column++) {
    if (!Number.isFinite(sums[column])) {
      throw new RangeError(
        `column ${column} of the training samples is not finite everywhere; check what the dataset reads`,
      );
    }
    const difference = sums[column] / rows;
    const deviation = Math.sqrt(Math.max(0, squares[column] / rows - difference ** 2));
    mean[column] = shift[column] + difference;
    scale[column] =
      deviation > Math.max(LEAST, ROUNDING * Math.abs(mean[column])) ? 1 / deviation : 1;
  }
  return { mean, scale };
}
