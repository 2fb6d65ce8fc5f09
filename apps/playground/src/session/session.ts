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
import { createStates, type State } from './state.js';

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
  /** Calls a function at each change; what comes back ends that. */
  readonly watch: (listener: () => void) => () => void;
  readonly classes: State<Classes>;
  readonly method: State<Method>;
  readonly wishes: State<TrainingWishes>;
  readonly run: State<Run | undefined>;
  /** The curve of the last training. */
  readonly curve: State<Curve | undefined>;
  readonly firstStep: State<number | undefined>;
  readonly model: State<ModelFacts | undefined>;
  /** What the model was learnt from, where that was here. */
  readonly lesson: State<LabelledImages | undefined>;
  /** Of the files that are saved. */
  readonly name: State<string>;
  readonly trial: State<Trial | undefined>;
  readonly cascade: State<CascadeFacts | undefined>;
  readonly notice: State<Notice | undefined>;
}

export const defaultWishes: TrainingWishes = { look: 'field', size: 64, mirror: true, seed: 0 };

/** A page with two empty classes and no model. */
export function createSession(learner: Learner): Session {
  const { state, watch } = createStates();
  return {
    learner,
    watch,
    classes: state<Classes>(withClass(withClass([]))),
    method: state<Method>('network'),
    wishes: state(defaultWishes),
    run: state<Session['run']['value']>(undefined),
    curve: state<Session['curve']['value']>(undefined),
    firstStep: state<Session['firstStep']['value']>(undefined),
    model: state<Session['model']['value']>(undefined),
    lesson: state<Session['lesson']['value']>(undefined),
    name: state('model'),
    trial: state<Session['trial']['value']>(undefined),
    cascade: state<Session['cascade']['value']>(undefined),
    notice: state<Session['notice']['value']>(undefined),
  };
}

/** Does something and tells in one line what went wrong, where it does. */
export async function attempt(
  { notice }: { readonly notice: State<Notice | undefined> },
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
export function isBusy({ run }: { readonly run: State<Run | undefined> }): boolean {
  return run.value !== undefined;
}
