import type { LabelledImages, TrainingProgress } from '../link/learner.js';
import { formatSeconds } from '../page/format.js';
import { withoutEmpty } from './classes.js';
import type { Run, Session } from './session.js';
import { tryImage } from './try-image.js';

/** Learns the classes as they are, by the method that is chosen. */
export async function learn(session: Session): Promise<void> {
  const { classes, learner, method, model, wishes, lesson, trial, cascade } = session;
  const kept = withoutEmpty(classes.value);
  const images: LabelledImages = {
    classes: kept.map(({ name }) => name.trim()),
    images: kept.flatMap((one) => one.images),
    labels: kept.flatMap((one, place) => one.images.map(() => place)),
  };
  const facts = await follow(session, 'network', (onProgress) =>
    learner.learn(images, method.value, wishes.value, onProgress),
  );
  model.value = facts;
  lesson.value = images;
  cascade.value = undefined;
  trial.value = undefined;
  const [first] = facts.heldOut;
  const took = formatSeconds(facts.seconds ?? 0);
  session.notice.value = { kind: 'done', text: `learnt in ${took}; try it below` };
  if (first !== undefined) {
    const known = images.classes[images.labels[first]];
    await tryImage(session, images.images[first], known);
  }
}

/** Trains a smaller network in front of the one at hand. */
export async function learnCascade(session: Session): Promise<void> {
  const { learner, cascade, trial } = session;
  cascade.value = await follow(session, 'cascade', (onProgress) =>
    learner.learnCascade(onProgress),
  );
  if (trial.value === undefined) return;
  trial.value = { ...trial.value, cascade: await learner.askCascade(trial.value.image) };
}

/** Runs a training with its progress in the session. */
async function follow<T>(
  { run, curve, firstStep }: Session,
  what: Run['what'],
  train: (onProgress: (progress: TrainingProgress) => void) => Promise<T>,
): Promise<T> {
  const start = performance.now();
  run.value = { what, curve: { loss: [], accuracy: [] } };
  try {
    return await train((progress) => {
      if (run.value) run.value = further(run.value, progress, performance.now() - start);
    });
  } finally {
    if (what === 'network') {
      curve.value = run.value?.curve;
      firstStep.value = run.value?.firstStep;
    }
    run.value = undefined;
  }
}

function further(run: Run, progress: TrainingProgress, milliseconds: number): Run {
  const { done, loss, heldOutAccuracy } = progress;
  const { curve } = run;
  return {
    ...run,
    progress,
    firstStep: run.firstStep ?? milliseconds,
    curve: {
      loss: Number.isFinite(loss) ? [...curve.loss, [done, loss]] : curve.loss,
      accuracy:
        heldOutAccuracy === undefined
          ? curve.accuracy
          : [...curve.accuracy, [done, heldOutAccuracy]],
    },
  };
}
