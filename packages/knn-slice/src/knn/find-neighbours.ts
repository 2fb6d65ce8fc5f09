import type { Engine } from '@sig/kernels';
import { gemm, smallest } from '@sig/kernels/linear';
import { requireInteger } from '../arguments/require-integer.js';
import { checkQueries } from './check-queries.js';
import type { Knn, Neighbours } from './knn.js';
import { BLOCK, programsByBlocks } from './programs-by-blocks.js';
import { rankExactly } from './rank-exactly.js';
import { squares } from './squares.js';
import { type EngineChoice, withEngine } from './with-engine.js';

/** Finds neighbours by other means, such as `mlKnn`. */
export type NeighbourSearch = (
  knn: Knn,
  queries: Float32Array,
  options: { readonly leaveOneOut: boolean },
) => Neighbours | Promise<Neighbours>;

export interface FindNeighboursOptions extends EngineChoice {
  /** Queries at a time (256 a thread). */
  batch?: number;
  /** The queries are the references themselves: none is its own neighbour (false). */
  leaveOneOut?: boolean;
  /** What finds them; the kernels when left out. */
  search?: NeighbourSearch;
}

// Candidates beyond k, so that rounding in float32 seldom leaves a doubt.
const SPARE = 8;

/**
 * The k nearest references of each query [count, width], exactly: candidates by ‖a‖² + ‖b‖² - 2ab from
 * matrix products in float32, ranked in float64.
 *
 * @throws RangeError when the queries are not rows of the references' width or not finite, or when k
 * leaves nobody out (`leaveOneOut` needs k below the references).
 *
 * @example
 * const { indices } = await findNeighbours(knn, queries, { threads: 2 });
 */
export async function findNeighbours(
  knn: Knn,
  queries: Float32Array,
  options: FindNeighboursOptions = {},
): Promise<Neighbours> {
  const { leaveOneOut = false, search, batch } = options;
  checkQueries(knn, queries, leaveOneOut);
  if (batch !== undefined) requireInteger('batch', batch, 1);
  if (search) return search(knn, queries, { leaveOneOut });
  return withEngine(options, (engine) => searchOn(engine, knn, queries, leaveOneOut, batch));
}

function searchOn(
  engine: Engine,
  knn: Knn,
  queries: Float32Array,
  leaveOneOut: boolean,
  batch = 256 * engine.threads,
): Neighbours {
  const { references, count: referenceCount, width, k } = knn;
  const count = queries.length / width;
  const indices = new Int32Array(count * k);
  const distances = new Float64Array(count * k);
  const kept = Math.min(referenceCount, k + SPARE);
  const lengths = squares(references, width);
  const largest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const release = engine.frame();
  try {
    const { realBytes, threads } = engine;
    const rows = Math.max(1, Math.min(batch, count));
    const all = engine.allocateReals(referenceCount * width);
    engine.realsAt(all, referenceCount * width).set(references);
    const offsets = engine.allocateReals(referenceCount);
    engine.realsAt(offsets, referenceCount).set(lengths);
    const given = engine.allocateReals(rows * width);
    const values = engine.allocateReals(rows * kept);
    const places = engine.allocate(rows * kept * 4);
    const share = Math.ceil(rows / threads);
    const products = Array.from({ length: threads }, () => engine.allocateReals(share * BLOCK));
    for (let start = 0; start < count; start += rows) {
      const some = Math.min(rows, count - start);
      const these = queries.subarray(start * width, (start + some) * width);
      engine.realsAt(given, some * width).set(these);
      const batched = { threads, start, count: some, references: referenceCount, leaveOneOut };
      engine.run(
        programsByBlocks(batched, ({ thread, first, from, shape, selection }) => [
          gemm({
            a: given + first * width * realBytes,
            b: all + from * width * realBytes,
            c: products[thread],
            transposeB: true,
            ...{ ...shape, inner: width, aStride: width, bStride: width, cStride: BLOCK },
          }),
          smallest({
            matrix: products[thread],
            ...{ ...shape, ...selection, k: kept },
            offsets: offsets + from * realBytes,
            values: values + first * kept * realBytes,
            indices: places + first * kept * 4,
          }),
        ]),
      );
      for (let row = 0; row < some; row++) {
        const candidates = {
          indices: engine.int32At(places + row * kept * 4, kept),
          values: engine.realsAt(values + row * kept * realBytes, kept),
          complete: kept === referenceCount,
        };
        const leaveOut = leaveOneOut ? start + row : -1;
        const query = these.subarray(row * width, (row + 1) * width);
        const ranked = rankExactly(knn, query, candidates, { k, largest, leaveOut });
        for (const [place, { index, square }] of ranked.entries()) {
          indices[(start + row) * k + place] = index;
          distances[(start + row) * k + place] = Math.sqrt(square);
        }
      }
    }
    return { count, k, indices, distances };
  } finally {
    release();
  }
}
