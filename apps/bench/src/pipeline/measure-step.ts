import { timingOf } from '@sig/edge/measure';
import { createNetwork, fit, networkModules } from '@sig/heads';
import {
  createAugmentation,
  createFeatures,
  defaultRecipe,
  type ImageSet,
  parseAugmentation,
} from '@sig/image-paths';
import { createThreadedEngine } from '@sig/kernels';
import { headLayers } from '../experiments/heads.js';
import type { PipelineRow, StepFigures } from '../tables/speed/pipeline-table.js';
import { measureFeatures } from './measure-features.js';
import { WARM_STEPS } from './warm-steps.js';

export interface MeasureStepOptions {
  readonly images: ImageSet;
  readonly classes: readonly string[];
  readonly threads: number;
  readonly augment: string;
  readonly batch: number;
  readonly steps: number;
}

/** Trains a network for some steps and tells what an image took in each part of them. */
export async function measureStep(
  { features: choice, head }: PipelineRow,
  { images, classes, threads, augment: augmentation, batch, steps }: MeasureStepOptions,
): Promise<StepFigures> {
  const features = createFeatures(defaultRecipe(choice));
  const layers = headLayers(head, features.shape, classes.length);
  const network = createNetwork({ layers, features, seed: 1 });
  const engine = await createThreadedEngine({ modules: networkModules(network), threads });
  const featureTime = measureFeatures(engine, features, images, { batch, steps });

  const augment = createAugmentation(parseAugmentation(augmentation));
  const bytes = images.width * images.height * images.channels;
  let augmenting = 0;
  const taken: { readonly augment: number; readonly whole: number }[] = [];
  let last = performance.now();
  await fit(
    network,
    {
      count: batch * steps,
      classes: [...classes],
      labels: Array.from(
        { length: batch * steps },
        (_, place) => images.labels[place % images.count],
      ),
      read(place, target, random) {
        const start = (place % images.count) * bytes;
        const pixels = images.pixels.subarray(start, start + bytes);
        if (random === undefined || !(target instanceof Uint8Array)) return target.set(pixels);
        const started = performance.now();
        augment(pixels, images, target, random);
        augmenting += performance.now() - started;
      },
    },
    {
      epochs: 1,
      batch,
      engine,
      standardise: false,
      onBatch() {
        const now = performance.now();
        taken.push({ augment: augmenting, whole: now - last });
        augmenting = 0;
        last = now;
      },
    },
  );
  engine.close();
  const counted = taken.slice(WARM_STEPS);
  const augmentTime = timingOf(counted.map((step) => step.augment)).median;
  const rest = timingOf(counted.map((step) => step.whole - step.augment)).median - featureTime;
  const each = 1000 / batch;
  return { augment: augmentTime * each, features: featureTime * each, step: rest * each };
}
