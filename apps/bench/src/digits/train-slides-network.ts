import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeCheckpoint, encodeCheckpoint } from '@sig/edge';
import {
  type BatchReport,
  type Checkpoint,
  createNetwork,
  type Dataset,
  fit,
  type Network,
} from '@sig/heads';
import { type DigitCounts, type Digits, PIXELS } from './digit-counts.js';
import { type Neurons, slidesLayers } from './slides-layers.js';

/** A network of the slides and the digits that it is trained on. */
export interface SlidesTraining {
  readonly neurons: Neurons;
  readonly digits: DigitCounts;
  readonly seed: number;
  readonly threads: number;
}

export interface TrainSlidesOptions {
  readonly epochs: number;
  /** Where checkpoints are kept, one after each epoch; all but those of `KEPT` go with the next. */
  readonly folder: string;
  readonly onBatch?: (report: BatchReport) => void;
}

// Epochs that are asked for by themselves.
const KEPT = [3, 5, 20];

/**
 * Trains a network of the slides with Adam in batches of 32. The learning rate is constant, so that its
 * first epochs are a training of so many epochs; a training goes on from the last checkpoint it has.
 */
export async function trainSlidesNetwork(
  training: SlidesTraining,
  train: Digits,
  { epochs, folder, onBatch }: TrainSlidesOptions,
): Promise<{ network: Network; seconds: number }> {
  const { neurons, digits, seed, threads } = training;
  const name = `${neurons}-${digits.replace('/', '-')}-seed${seed}-threads${threads}`;
  const fileOf = (epoch: number): string => join(folder, `${name}-epoch${epoch}.safetensors`);
  const done = Array.from({ length: epochs }, (_, back) => epochs - back).find((epoch) =>
    existsSync(fileOf(epoch)),
  );
  let checkpoint: Checkpoint | undefined =
    done === undefined ? undefined : decodeCheckpoint(readFileSync(fileOf(done))).checkpoint;
  const network = createNetwork({ layers: slidesLayers(neurons), inputShape: [28, 28, 1], seed });
  mkdirSync(folder, { recursive: true });
  await fit(network, datasetOf(train), {
    epochs,
    batch: 32,
    learningRate: 1e-3,
    seed,
    threads,
    checkpoint,
    onBatch,
    onCheckpoint(next) {
      checkpoint = next;
      const file = fileOf(next.epoch);
      const about = { network: name, epochs: String(next.epoch) };
      writeFileSync(`${file}.part`, encodeCheckpoint({ checkpoint: next, training: about }));
      renameSync(`${file}.part`, file);
      if (!KEPT.includes(next.epoch - 1)) rmSync(fileOf(next.epoch - 1), { force: true });
    },
  });
  const seconds = checkpoint?.history.reduce((sum, report) => sum + report.seconds, 0) ?? 0;
  return { network, seconds };
}

/** Digits as numbers from 0 to 1. */
export function datasetOf({ images, labels }: Digits): Dataset {
  return {
    count: labels.length,
    classes: Array.from({ length: 10 }, (_, digit) => String(digit)),
    labels,
    read(index, target) {
      for (let at = 0; at < PIXELS; at++) target[at] = images[index * PIXELS + at] / 255;
    },
  };
}
