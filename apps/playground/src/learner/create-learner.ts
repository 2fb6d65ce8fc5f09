import type { SavedModel } from '@sig/edge';
import type { StratifiedSplit } from '@sig/heads';
import type { LabelledImages, Learner, TrainingWishes } from '../link/learner.js';
import { chooseHead } from './choose-head.js';
import { answer, type CurrentModel, describeModel, isEngine, openModel } from './current-model.js';
import { findReferences } from './find-references.js';
import { hasColour } from './image-samples.js';
import { keepReferences } from './keep-references.js';
import {
  askCascade,
  type Cascade,
  describeCascade,
  learnCascade,
  withThreshold,
} from './learn-cascade.js';
import { lookInside } from './look-inside.js';
import { occlude } from './occlude.js';
import { holdOut, trainNetwork } from './train-network.js';
import { usefulThreads } from './useful-threads.js';
import { writeModel } from './write-model.js';

/** What a model was learnt from. */
interface Lesson {
  readonly images: LabelledImages;
  readonly split: StratifiedSplit;
  readonly wishes: TrainingWishes;
}

/** The learner of one page: it has one model at a time, and one cascade in front of it. */
export function createLearner(): Learner {
  let current: CurrentModel | undefined;
  /** The last network, whose features new classes can be told by. */
  let network: CurrentModel | undefined;
  let lesson: Lesson | undefined;
  let references: readonly number[] = [];
  let cascade: Cascade | undefined;
  let stopping = new AbortController();

  const model = (): CurrentModel => {
    if (current) return current;
    throw new Error('there is no model yet; train one or open one');
  };
  const theCascade = (): Cascade => {
    if (cascade) return cascade;
    throw new Error('there is no cascade yet; train one');
  };
  const take = (next: CurrentModel): CurrentModel => {
    current = next;
    if (!isEngine(next.model)) network = next;
    cascade = undefined;
    return next;
  };

  return {
    async learn(images, method, wishes, onProgress) {
      checkImages(images);
      stopping = new AbortController();
      const start = performance.now();
      const count = images.images.length;
      const took = () => (performance.now() - start) / 1000;
      if (method === 'neighbours') {
        const known = knowsSome(network?.model, images.classes) ? network?.model : undefined;
        const { bytes, order } = await keepReferences(images, wishes, known);
        references = order;
        const facts = describeModel(take(openModel(bytes)));
        return { ...facts, seconds: took() };
      }
      const split = holdOut(images, wishes.seed);
      const colour = hasColour(images.images);
      const atHand = { count: split.training.length, classes: images.classes.length, colour };
      const plan = chooseHead(atHand, wishes);
      const { signal } = stopping;
      const bytes = await trainNetwork(images, split, plan, wishes, { onProgress, signal });
      const seconds = took();
      lesson = { images, split, wishes };
      const opened = take(openModel(bytes));
      const heldOut = Array.from(split.validation);
      const right = heldOut.filter((place) => {
        const { probabilities } = answer(opened, images.images[place]);
        return probabilities.indexOf(Math.max(...probabilities)) === images.labels[place];
      });
      return {
        ...describeModel(opened),
        heldOut,
        ...(heldOut.length > 0 && { heldOutAccuracy: right.length / heldOut.length }),
        seconds,
        threads: usefulThreads(Math.min(plan.fit.batch ?? count, split.training.length)),
      };
    },
    async stop() {
      stopping.abort();
    },
    async open(bytes) {
      const opened = take(openModel(bytes));
      lesson = undefined;
      references = [];
      return describeModel(opened);
    },
    classify: async (image) => {
      const said = answer(model(), image);
      if ('close' in image) image.close();
      return said;
    },
    lookInside: async (image) => lookInside(model(), image),
    occlude: async (image) => occlude(model(), image),
    neighbours: async (image) => findReferences(model(), references, image),
    async learnCascade(onProgress) {
      const large = model();
      if (lesson === undefined || isEngine(large.model)) {
        throw new Error('a cascade needs a network that was trained here; train one first');
      }
      stopping = new AbortController();
      const { images, split, wishes } = lesson;
      const { signal } = stopping;
      cascade = await learnCascade(large, images, split, wishes, { onProgress, signal });
      return describeCascade(cascade);
    },
    async setThreshold(threshold) {
      cascade = withThreshold(theCascade(), threshold);
      return describeCascade(cascade);
    },
    askCascade: async (image) => askCascade(theCascade(), image),
    write: async (format, name) => writeModel(model(), format, name),
  };
}

function checkImages({ classes, labels }: LabelledImages): void {
  if (classes.length < 2) {
    throw new Error(`training needs two classes or more, got ${classes.length}; add a class`);
  }
  for (const [place, name] of classes.entries()) {
    if (!labels.includes(place)) throw new Error(`${name} has no images; add some or remove it`);
  }
  const twice = classes.find((name, place) => classes.indexOf(name) !== place);
  if (twice !== undefined) {
    throw new Error(`two classes are called ${twice}; give one of them another name`);
  }
}

/** Whether a network was trained on some of these classes, and on no others. */
function knowsSome(model: SavedModel | undefined, classes: readonly string[]): boolean {
  if (model === undefined || model.quantization !== undefined) return false;
  return model.labels.every((label) => classes.includes(label));
}
