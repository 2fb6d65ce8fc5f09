import { decodeImage, SIDE } from '../images/decode-image.js';
import type { Pixels } from '../link/learner.js';
import type { Session } from './session.js';

/** Asks the model about an image, and then for all that can be drawn about its answer. */
export async function tryImage(session: Session, image: Pixels, known?: string): Promise<void> {
  const { learner, trial, model, cascade, lesson } = session;
  trial.value = { image, known, answer: await learner.classify(image) };
  const add = (more: Partial<NonNullable<typeof trial.value>>): void => {
    // Another image may have come meanwhile.
    if (trial.value?.image === image) trial.value = { ...trial.value, ...more };
  };
  add({ inside: await learner.lookInside(image) });
  if (model.value?.method === 'neighbours') {
    if (lesson.value) add({ neighbours: await learner.neighbours(image) });
  }
  add({ occlusion: await learner.occlude(image) });
  if (cascade.value) add({ cascade: await learner.askCascade(image) });
}

/** The same with an image file. */
export async function tryFile(session: Session, file: File): Promise<void> {
  await tryImage(session, await decodeImage(file, SIDE.toTry));
}
