import type { Engine, KernelCall } from '@sig/kernels';
import { copySamples, gemm, smallest } from '@sig/kernels/linear';
import { squares } from '../knn/squares.js';

export interface ColumnSearchOptions {
  /** Evaluated samples. */
  queries: number;
  references: number;
  k: number;
  /** The queries are the references: none is its own neighbour. */
  leaveOneOut: boolean;
}

/** Feature rows of the queries and of the references; the same array where they are the same. */
export interface FeaturePair {
  readonly queries: Float32Array;
  readonly references: Float32Array;
  readonly width: number;
}

/** Nearest references where most of the features stay what they are. */
export interface ColumnSearch {
  /** Computes what the features that stay add to every distance. */
  keep(constant: FeaturePair): void;
  /** Forgets them: all features change. */
  forget(): void;
  /** The k nearest by the features that stay and these; [queries, k] each. */
  search(changed: FeaturePair): { squares: Float32Array; indices: Int32Array };
  /** Gives the memory back. */
  release(): void;
}

const ROWS = 128;
const BLOCK = 512;
const LARGEST_BYTES = 1 << 30;

/**
 * Splits squared distances into the part of columns that stay, computed once, and that of columns that
 * change: |a - b|² - |a|² = (|b₀|² - 2 a₀·b₀) + (|b₁|² - 2 a₁·b₁). Distances are in float32.
 *
 * @throws RangeError when the constant part, one float a pair, would take more than 1 GiB.
 */
export function createColumnSearch(engine: Engine, options: ColumnSearchOptions): ColumnSearch {
  const { queries, references, k, leaveOneOut } = options;
  const bytes = queries * references * engine.realBytes;
  if (bytes > LARGEST_BYTES) {
    throw new RangeError(
      `${queries} evaluated samples × ${references} references are more than ${LARGEST_BYTES / 4} distances; evolve on fewer`,
    );
  }
  const release = engine.frame();
  const { realBytes, threads } = engine;
  const constant = engine.allocateReals(queries * references);
  const offsets = engine.allocateReals(references);
  const values = engine.allocateReals(queries * k);
  const places = engine.allocate(queries * k * 4);
  const blocks = Array.from({ length: threads }, () => engine.allocateReals(ROWS * BLOCK));
  let kept: Float64Array | undefined;

  /** Pushes products of features for the rows of one thread. */
  const eachTile = (
    visit: (program: KernelCall[], thread: number, tile: Tile) => void,
  ): KernelCall[][] =>
    Array.from({ length: threads }, (_, thread) => {
      const program: KernelCall[] = [];
      const end = Math.floor(((thread + 1) * queries) / threads);
      for (let row = Math.floor((thread * queries) / threads); row < end; row += ROWS) {
        for (let column = 0; column < references; column += BLOCK) {
          const tile = {
            row,
            column,
            rows: Math.min(ROWS, end - row),
            columns: Math.min(BLOCK, references - column),
          };
          visit(program, thread, tile);
        }
      }
      return program;
    });

  const place = (pair: FeaturePair): { a: number; b: number } => {
    const a = engine.allocateReals(pair.queries.length);
    engine.realsAt(a, pair.queries.length).set(pair.queries);
    if (pair.references === pair.queries) return { a, b: a };
    const b = engine.allocateReals(pair.references.length);
    engine.realsAt(b, pair.references.length).set(pair.references);
    return { a, b };
  };

  const product = ({ a, b }: { a: number; b: number }, width: number, tile: Tile) => ({
    a: a + tile.row * width * realBytes,
    b: b + tile.column * width * realBytes,
    aStride: width,
    bStride: width,
    transposeB: true,
    rows: tile.rows,
    columns: tile.columns,
    inner: width,
  });
  const pairAt = ({ row, column }: Tile): number =>
    constant + (row * references + column) * realBytes;

  return {
    release,
    forget() {
      kept = undefined;
    },
    keep(pair) {
      kept = squares(pair.references, pair.width);
      const done = engine.frame();
      try {
        const at = place(pair);
        engine.run(
          eachTile((program, _thread, tile) =>
            program.push(
              gemm({ ...product(at, pair.width, tile), c: pairAt(tile), cStride: references }),
            ),
          ),
        );
      } finally {
        done();
      }
    },
    search(pair) {
      const lengths = squares(pair.references, pair.width);
      if (kept) for (let j = 0; j < references; j++) lengths[j] += kept[j];
      engine.realsAt(offsets, references).set(lengths);
      const done = engine.frame();
      try {
        const at = place(pair);
        engine.run(
          eachTile((program, thread, tile) => {
            const c = blocks[thread];
            if (kept) {
              program.push(
                copySamples({
                  source: pairAt(tile),
                  sourceStride: references,
                  target: c,
                  targetStride: BLOCK,
                  width: tile.columns,
                  samples: tile.rows,
                }),
              );
            }
            program.push(
              gemm({
                ...product(at, pair.width, tile),
                c,
                cStride: BLOCK,
                accumulate: kept !== undefined,
              }),
              smallest({
                matrix: c,
                stride: BLOCK,
                rows: tile.rows,
                columns: tile.columns,
                offsets: offsets + tile.column * realBytes,
                scale: -2,
                leaveOut: leaveOneOut ? tile.row - tile.column : undefined,
                firstIndex: tile.column,
                k,
                values: values + tile.row * k * realBytes,
                indices: places + tile.row * k * 4,
                fresh: tile.column === 0,
              }),
            );
          }),
        );
        return {
          squares: Float32Array.from(engine.realsAt(values, queries * k)),
          indices: engine.int32At(places, queries * k).slice(),
        };
      } finally {
        done();
      }
    },
  };
}

interface Tile {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}
