import type { Recording } from './recording.js';

/** Throws unless recordings are of the same images, in the same order, with the same classes. */
export function checkRecordings(recordings: readonly Recording[]): void {
  if (recordings.length === 0) throw new RangeError('a cascade needs at least one stage, got none');
  const [first, ...others] = recordings;
  if (first.labels.length === 0) {
    throw new RangeError('thresholds need at least one image to be chosen on, got none');
  }
  for (const other of others) {
    const here = `${other.name} and ${first.name}`;
    if (!sameItems(other.classes, first.classes)) {
      throw new RangeError(
        `stages must have the same classes in the same order, ${here} have ${listOf(other.classes)} and ${listOf(first.classes)}`,
      );
    }
    if (other.labels.length !== first.labels.length) {
      throw new RangeError(
        `stages must be recorded on the same images, ${here} have ${other.labels.length} and ${first.labels.length}`,
      );
    }
    const differing = other.labels.findIndex((label, image) => label !== first.labels[image]);
    if (differing >= 0) {
      throw new RangeError(
        `stages must be recorded on the same images, ${here} differ in the label of image ${differing}`,
      );
    }
  }
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

function listOf(classes: readonly string[]): string {
  const shown = classes.slice(0, 3).join(', ').slice(0, 60);
  return `${classes.length} (${shown}${classes.length > 3 ? ', …' : ''})`;
}
