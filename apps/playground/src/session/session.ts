import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type {
  Answer,
  CascadeAnswer,
  CascadeFacts,
  Inside,
  LabelledImages,
  Learner,
  Method,
  ModelFacts,
  Neighbour,
  OcclusionMap,
  Pixels,
  TrainingProgress,
  TrainingWishes,
} from '../link/learner.js';
import { type Classes, withClass } from './classes.js';

/** A training that is under way, with the points of its curve. */
export interface Run {
  readonly what: 'network' | 'cascade';
  readonly progress?: TrainingProgress;
  readonly curve: Curve;
  /** From the click to the first step. */
  readonly firstStep?: number;
}

export interface Curve {
  /** [share of the training, loss of a batch] */
  readonly loss: readonly (readonly [number, number])[];
  /** [share of the training, share of held-out images that are right] */
  readonly accuracy: readonly (readonly [number, number])[];
}

/** One line for the visitor: what went wrong, or what has been done. */
export interface Notice {
  readonly kind: 'error' | 'done';
  readonly text: string;
}

/** An image that is tried, and what is known of it so far. */
export interface Trial {
  readonly image: Pixels;
  /** Its class, where that is known. */
  readonly known?: string;
  readonly answer?: Answer;
  readonly inside?: Inside;
  readonly occlusion?: OcclusionMap;
  readonly neighbours?: readonly Neighbour[];
  readonly cascade?: CascadeAnswer;
}

/** The state of the page. */
export interface Session {
  readonly learner: Learner;
  readonly classes: Signal<Classes>;
  readonly method: Signal<Method>;
  readonly wishes: Signal<TrainingWishes>;
  readonly run: Signal<Run | undefined>;
  /** The curve of the last training. */
  readonly curve: Signal<Curve | undefined>;
  readonly firstStep: Signal<number | undefined>;
  readonly model: Signal<ModelFacts | undefined>;
  /** What the model was learnt from, where that was here. */
  readonly lesson: Signal<LabelledImages | undefined>;
  /** Of the files that are saved. */
  readonly name: Signal<string>;
  readonly trial: Signal<Trial | undefined>;
  readonly cascade: Signal<CascadeFacts | undefined>;
  readonly notice: Signal<Notice | undefined>;
}

export const defaultWishes: TrainingWishes = { look: 'field', size: 64, mirror: true, seed: 0 };

/** A page with two empty classes and no model. */
export function createSession(learner: Learner): Session {
  return {
    learner,
    classes: signal<Classes>(withClass(withClass([]))),
    method: signal<Method>('network'),
    wishes: signal(defaultWishes),
    run: signal(undefined),
    curve: signal(undefined),
    firstStep: signal(undefined),
    model: signal(undefined),
    lesson: signal(undefined),
    name: signal('model'),
    trial: signal(undefined),
    cascade: signal(undefined),
    notice: signal(undefined),
  };
}

/** Does something and tells in one line what went wrong, where it does. */
export async function attempt(
  { notice }: { readonly notice: Signal<Notice | undefined> },
  action: () => unknown,
): Promise<void> {
  notice.value = undefined;
  try {
    await action();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    notice.value = { kind: 'error', text };
  }
}

/** Whether a training is under way. */
export function isBusy({ run }: { readonly run: ReadonlySignal<Run | undefined> }): boolean {
  return run.value !== undefined;
}
