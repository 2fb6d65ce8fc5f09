import {
  createRecording,
  largestResolution,
  networkStage,
  type Recording,
  recordStages,
  type Stage,
  type StageCost,
} from '@sig/cascade';
import { createModelNetwork, decodeModel } from '@sig/edge';
import { type ImageSet, resizeImageSet } from '@sig/image-paths';
import type { ReadSet } from '../data/read-set.js';
import { heldOutPlaces, type StageExperiment, type TrainedStage } from './stage.js';

/** What decides recordings, as plain data. */
export interface RecordingExperiment {
  readonly record: readonly StageExperiment[];
  /** Digests of models that were trained elsewhere. */
  readonly models?: readonly string[];
}

/** What stages said of the images that none was trained on, and of the test images, as plain data. */
export interface StoredRecordings {
  readonly classes: readonly string[];
  readonly heldOut: StoredImages;
  readonly test: StoredImages;
  /** Of each stage. */
  readonly names: readonly string[];
  readonly resolutions: readonly number[];
  /** Counted, and the least milliseconds of an image of its size on one thread, measured by turns. */
  readonly costs: readonly StageCost[];
  /** Milliseconds that making an image of its size takes, measured alike. */
  readonly resizing: readonly number[];
}

interface StoredImages {
  readonly labels: readonly number[];
  /** Of each stage: float32 [images, classes] in base64. */
  readonly probabilities: readonly string[];
}

/** Recordings of the same stages on two sets of images. */
export interface CascadeRecordings {
  readonly heldOut: readonly Recording[];
  readonly test: readonly Recording[];
}

/** A trained stage by its name. */
export interface NamedStage {
  readonly name: string;
  readonly experiment: StageExperiment;
  readonly trained: Pick<TrainedStage, 'model'> & Partial<Pick<TrainedStage, 'epoch' | 'times'>>;
}

/** Images that each stage is timed on, one by one: on a loaded machine the least of few is too long. */
const TURNS = 1000;

/** Asks stages about the images that were set aside and about the test images, each decoded once. */
export async function recordImages(
  named: readonly NamedStage[],
  readSet: ReadSet,
): Promise<StoredRecordings> {
  const stages = named.map(({ name, trained }) => {
    const file = Buffer.from(trained.model, 'base64');
    const model = decodeModel(file);
    const options = { name, classes: model.labels, bytes: file.length };
    return networkStage(createModelNetwork(model), model.recipe, options);
  });
  const [{ experiment }] = named;
  const { train, test } = await readSet(experiment.set, largestResolution(stages));
  const heldOut = pickImages(train, heldOutPlaces(train.labels, experiment));
  const times = await timeStages(stages, heldOut);
  const said = {
    heldOut: await recordStages(stages, heldOut),
    test: await recordStages(stages, test),
  };
  return {
    classes: stages[0].classes,
    heldOut: stored(said.heldOut),
    test: stored(said.test),
    names: named.map(({ name }) => name),
    resolutions: stages.map(({ resolution }) => Math.max(resolution.width, resolution.height)),
    costs: said.test.map(({ cost }, at) => ({ ...cost, milliseconds: times.stages[at] })),
    resizing: times.resizing,
  };
}

interface StageTimes {
  /** From an image of the stage's size to probabilities. */
  readonly stages: readonly number[];
  /** From the decoded image to one of the stage's size. */
  readonly resizing: readonly number[];
}

/**
 * The least milliseconds that any of some images took, one by one and by turns: on a machine that does other
 * work as well, medians are larger for long stages, which are interrupted more often.
 */
async function timeStages(stages: readonly Stage[], images: ImageSet): Promise<StageTimes> {
  const least = {
    stages: stages.map(() => Number.POSITIVE_INFINITY),
    resizing: stages.map(() => Number.POSITIVE_INFINITY),
  };
  for (let turn = 0; turn < TURNS; turn++) {
    const one = pickImages(images, Int32Array.of(turn % images.count));
    for (const [at, { resolution, predict }] of stages.entries()) {
      const start = performance.now();
      const sized = resizeImageSet(one, resolution);
      const middle = performance.now();
      await predict(sized);
      const end = performance.now();
      least.resizing[at] = Math.min(least.resizing[at], middle - start);
      least.stages[at] = Math.min(least.stages[at], end - middle);
    }
  }
  return least;
}

/** Recordings as the package takes them; on request with the time of resizing in their costs. */
export function restoreRecordings(
  kept: StoredRecordings,
  { resizing = false }: { readonly resizing?: boolean } = {},
): CascadeRecordings {
  const { classes, names, resolutions } = kept;
  const costs = kept.costs.map(({ milliseconds = 0, ...counted }, stage) => {
    return { ...counted, milliseconds: milliseconds + (resizing ? kept.resizing[stage] : 0) };
  });
  const restore = ({ labels, probabilities }: StoredImages): Recording[] =>
    names.map((name, stage) => {
      const bytes = Uint8Array.from(Buffer.from(probabilities[stage], 'base64'));
      return createRecording(new Float32Array(bytes.buffer), labels, costs[stage], {
        ...{ name, classes, resolution: resolutions[stage] },
      });
    });
  return { heldOut: restore(kept.heldOut), test: restore(kept.test) };
}

function stored(recordings: readonly Recording[]): StoredImages {
  return {
    labels: [...recordings[0].labels],
    probabilities: recordings.map(({ probabilities }) =>
      Buffer.from(Float32Array.from(probabilities).buffer).toString('base64'),
    ),
  };
}

function pickImages(images: ImageSet, places: Int32Array): ImageSet {
  const size = images.width * images.height * images.channels;
  const pixels = new Uint8Array(places.length * size);
  places.forEach((place, at) => {
    pixels.set(images.pixels.subarray(place * size, (place + 1) * size), at * size);
  });
  const labels = places.map((place) => images.labels[place]);
  return { ...images, count: places.length, pixels, labels };
}
