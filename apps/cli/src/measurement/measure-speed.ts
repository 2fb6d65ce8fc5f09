import { readFile } from 'node:fs/promises';
import {
  createStagedClassifier,
  framesPerSecond,
  type MeasureInTurnsOptions,
  type Measurement,
  measureInTurns,
  type Task,
  type Timing,
} from '@sig/edge/measure';
import { createClassifier } from '@sig/edge/runtime';
import { layers as fieldLayers } from '@sig/edge/runtime/field';
import { readImage, readPixels } from '@sig/image-paths/node';
import { layers as knnLayers } from '@sig/knn-slice/runtime';
import type { Baseline } from './load-baselines.js';
import type { TestImage } from './test-images.js';

/** What a model may need besides the runtime's own layers. */
const layers = { ...fieldLayers, ...knnLayers };

/** How long an image takes, and how many there are in a second by the median. */
export interface Speed extends Timing {
  readonly fps: number;
  /** Energy of an image; only where there is a meter. */
  readonly joules?: number;
}

/** Both columns of table 8 of ImageSig. */
export interface TwoSpeeds {
  /** FPS: the model alone, from decoded pixels of its size. */
  readonly decoded: Speed;
  /** FPS*: from a file, with decoding and preprocessing. */
  readonly file: Speed;
}

export interface MeasuredModel extends TwoSpeeds {
  /** From the file: `read`, `decode`, `resize`, `features` and `head`, in milliseconds. */
  readonly stages: Readonly<Record<string, Timing>>;
}

/** The two ways of one network, to be measured. */
type TwoTasks = readonly [decoded: Task, file: Task];

/** A model in the runtime, and how much memory that has. */
export interface ModelTasks {
  readonly tasks: TwoTasks;
  /** Bytes of WebAssembly memory: weights and working memory. */
  memoryBytes(): number;
}

/** What is measured of a model file: the runtime by itself, and all the way from image files. */
export function modelTasks(content: Uint8Array, images: readonly TestImage[]): ModelTasks {
  const classifier = createClassifier(content, { layers });
  const staged = createStagedClassifier(content, { layers });
  const { width, height } = images[0].decoded;
  const nextDecoded = inTurn(images);
  const nextFile = inTurn(images);
  return {
    tasks: [
      { name: 'decoded', run: () => classifier.classify(nextDecoded().decoded) },
      {
        name: 'file',
        async run(lap) {
          const bytes = await readFile(nextFile().file);
          lap('read');
          const pixels = await readPixels(bytes, { width, height });
          lap('decode');
          staged.classify(pixels, lap);
        },
      },
    ],
    memoryBytes: () => classifier.memoryBytes,
  };
}

function baselineTasks({ network }: Baseline, images: readonly TestImage[]): TwoTasks {
  const { size: width, size: height } = network;
  const nextFile = inTurn(images);
  return [
    { name: 'decoded', run: network.run },
    {
      name: 'file',
      async run() {
        const bytes = await readFile(nextFile().file);
        const { data } = await readImage(bytes, { width, height });
        await network.runPixels(data);
      },
    },
  ];
}

/** One after another, then the first again. */
function inTurn<Item>(items: readonly Item[]): () => Item {
  let next = 0;
  return () => items[next++ % items.length];
}

/** Measures a model and the baselines beside it, by turns. */
export async function measureSpeed(
  model: ModelTasks,
  baselines: readonly Baseline[],
  images: readonly TestImage[],
  options: MeasureInTurnsOptions,
): Promise<{ model: MeasuredModel; baselines: readonly TwoSpeeds[] }> {
  const others = baselines.flatMap((baseline) => baselineTasks(baseline, images));
  const [decoded, file, ...rest] = await measureInTurns([...model.tasks, ...others], options);
  return {
    model: { decoded: speedOf(decoded), file: speedOf(file), stages: file.stages },
    baselines: baselines.map((_, place) => ({
      decoded: speedOf(rest[2 * place]),
      file: speedOf(rest[2 * place + 1]),
    })),
  };
}

function speedOf({ total, joules }: Measurement): Speed {
  return { fps: framesPerSecond(total), ...total, ...(joules !== undefined && { joules }) };
}
