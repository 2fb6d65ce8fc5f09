import { expectedCost, publishedCost } from '@sig/cascade';
import { countGraphCost, encodeOnnx, resNet } from '@sig/edge/baselines';
import { measureInTurns, type Task } from '@sig/edge/measure';
import type { Table } from './table.js';

export interface ResNetRow {
  readonly name: string;
  readonly depth: 18 | 34 | 50;
  /** Along a side of the images that it takes in the cascade. */
  readonly pixels: number;
  /** As printed: millions of parameters, and what is called FLOPs of those. */
  readonly params: number;
  readonly published: number;
  readonly accuracy: number;
}

/** A table of what the networks of the report cost, as printed, counted and measured. */
export interface ResNetTable extends Pick<Table, 'name' | 'title' | 'about' | 'judged' | 'seeds'> {
  readonly kind: 'res-nets';
  readonly rows: readonly ResNetRow[];
  /** Shares of the images that the stages answer, to take the average of equation 2.2 for. */
  readonly shares: readonly (readonly number[])[];
}

export interface ResNetFigures extends ResNetRow {
  /** By the formula of the report, in millions. */
  readonly computed: number;
  /** Of the graph. */
  readonly graphParams: number;
  /** Multiply-adds at each of the sizes. */
  readonly macs: readonly number[];
  /** The one part that differs from run to run: milliseconds of an image at each of the sizes. */
  readonly times: readonly number[];
}

export interface AverageCost {
  readonly shares: readonly number[];
  /** By equation 2.2 with the numbers that were printed, in their unit. */
  readonly published: number;
  readonly macs: number;
  readonly milliseconds: number;
}

export interface ResNetTableResult
  extends Pick<ResNetTable, 'name' | 'title' | 'about' | 'judged'> {
  readonly quick: boolean;
  readonly sizes: readonly number[];
  readonly rows: readonly ResNetFigures[];
  readonly averages: readonly AverageCost[];
}

/** Pixels along a side. */
const SIZES = [32, 96, 224];

/** Counts and measures; onnxruntime-node has to be installed. */
export async function runResNetTable(
  { rows, shares, name, title, about, judged }: ResNetTable,
  {
    quick = false,
    onExperiment,
  }: {
    readonly quick?: boolean;
    readonly onExperiment?: (name: string, done: number, total: number) => void;
  },
): Promise<ResNetTableResult> {
  onExperiment?.('counting and measuring', 0, 1);
  const figures: ResNetFigures[] = [];
  for (const row of rows) {
    const graphs = SIZES.map((size) => resNet(row.depth, { size }));
    const costs = graphs.map(countGraphCost);
    const tasks: Task[] = [];
    for (const [at, graph] of graphs.entries()) {
      tasks.push(await taskOf(`${row.name}@${SIZES[at]}`, encodeOnnx(graph), SIZES[at]));
    }
    const measured = await measureInTurns(tasks, { seconds: quick ? 0 : 20 });
    figures.push({
      ...row,
      computed: publishedCost(row.params, row.pixels),
      graphParams: costs[0].params,
      macs: costs.map(({ macs }) => macs),
      times: measured.map(({ total }) => total.median),
    });
  }
  const ofStage = (pick: (row: ResNetFigures) => readonly number[]): number[] =>
    figures.map((row) => pick(row)[SIZES.indexOf(row.pixels)]);
  const averages = shares.map(
    (some): AverageCost => ({
      shares: some,
      published: expectedCost(
        figures.map((row) => row.published),
        some,
      ),
      macs: expectedCost(
        ofStage(({ macs }) => macs),
        some,
      ),
      milliseconds: expectedCost(
        ofStage(({ times }) => times),
        some,
      ),
    }),
  );
  return { name, title, about, judged, quick, sizes: SIZES, rows: figures, averages };
}

async function taskOf(name: string, bytes: Uint8Array, size: number): Promise<Task> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session = await InferenceSession.create(bytes, {
    ...{ executionProviders: ['cpu'], intraOpNumThreads: 1, interOpNumThreads: 1 },
  });
  const values = new Float32Array(3 * size * size).fill(0.3);
  const image = new Tensor('float32', values, [1, 3, size, size]);
  return { name, run: () => session.run({ [session.inputNames[0]]: image }) };
}
