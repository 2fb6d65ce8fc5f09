import type { Engine } from '@sig/kernels';
import { integerProducts, integersModule, smallestIntegers } from '@sig/kernels/integers';
import { requireInteger } from '../arguments/require-integer.js';
import { checkQueries } from './check-queries.js';
import type { Neighbours } from './knn.js';
import { BLOCK, programsByBlocks } from './programs-by-blocks.js';
import { type IntegerKnn, toBytes } from './quantize-knn.js';
import { squares } from './squares.js';
import { type EngineChoice, withEngine } from './with-engine.js';

export interface FindIntegerNeighboursOptions extends EngineChoice {
  /** Queries at a time (256 a thread). */
  batch?: number;
  /** The queries are the references themselves: none is its own neighbour (false). */
  leaveOneOut?: boolean;
}

// Of so many differences of bytes three squares are an int32.
const WIDEST = 40_000;

/**
 * The k nearest references in int8 of each query [count, width]: the queries become bytes on the
 * references' scale, and from there all is exact in int32, so that nothing has to be ranked again.
 * An `engine` of one's own must have the kernels of `@sig/kernels/integers`.
 *
 * @throws RangeError where `findNeighbours` would, or for more than 40,000 features.
 *
 * @example
 * const { indices } = await findIntegerNeighbours(quantizeKnn(knn), queries, { threads: 2 });
 */
export async function findIntegerNeighbours(
  knn: IntegerKnn,
  queries: Float32Array,
  options: FindIntegerNeighboursOptions = {},
): Promise<Neighbours> {
  const { leaveOneOut = false, batch } = options;
  checkQueries(knn, queries, leaveOneOut);
  requireInteger('width', knn.width, 1, WIDEST);
  if (batch !== undefined) requireInteger('batch', batch, 1);
  const bytes = toBytes(queries, knn.scale);
  const search = (engine: Engine): Neighbours => searchOn(engine, knn, bytes, leaveOneOut, batch);
  return withEngine(options, search, [integersModule]);
}

function searchOn(
  engine: Engine,
  knn: IntegerKnn,
  queries: Int8Array,
  leaveOneOut: boolean,
  batch = 256 * engine.threads,
): Neighbours {
  const { references, count: referenceCount, width, k, scale } = knn;
  const count = queries.length / width;
  const indices = new Int32Array(count * k);
  const distances = new Float64Array(count * k);
  const lengths = squares(queries, width);
  const release = engine.frame();
  try {
    const rows = Math.max(1, Math.min(batch, count));
    const all = engine.allocate(referenceCount * width);
    engine.bytesAt(all, referenceCount * width).set(references);
    const offsets = engine.allocate(referenceCount * 4);
    engine.int32At(offsets, referenceCount).set(squares(references, width));
    const given = engine.allocate(rows * width);
    const values = engine.allocate(rows * k * 4);
    const places = engine.allocate(rows * k * 4);
    const { threads } = engine;
    const share = Math.ceil(rows / threads);
    const products = Array.from({ length: threads }, () => engine.allocate(share * BLOCK * 4));
    for (let start = 0; start < count; start += rows) {
      const some = Math.min(rows, count - start);
      const these = queries.subarray(start * width, (start + some) * width);
      engine.bytesAt(given, some * width).set(these);
      const batched = { threads, start, count: some, references: referenceCount, leaveOneOut };
      engine.run(
        programsByBlocks(batched, ({ thread, first, from, shape, selection }) => [
          integerProducts({
            a: given + first * width,
            b: all + from * width,
            c: products[thread],
            ...{ ...shape, inner: width, aStride: width, bStride: width, cStride: BLOCK },
          }),
          smallestIntegers({
            matrix: products[thread],
            ...{ ...shape, ...selection, k },
            offsets: offsets + from * 4,
            values: values + first * k * 4,
            indices: places + first * k * 4,
          }),
        ]),
      );
      indices.set(engine.int32At(places, some * k), start * k);
      for (const [at, value] of engine.int32At(values, some * k).entries()) {
        const square = value + lengths[start + Math.floor(at / k)];
        distances[start * k + at] = scale * Math.sqrt(square);
      }
    }
    return { count, k, indices, distances };
  } finally {
    release();
  }
}
