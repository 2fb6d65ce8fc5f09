import type { Pixels } from '../link/learner.js';

/** A class that is gathered: its name and its images. */
export interface ImageClass {
  /** Stays the same where the name changes. */
  readonly id: number;
  readonly name: string;
  readonly images: readonly Pixels[];
}

export type Classes = readonly ImageClass[];

/** Images are kept as RGBA in memory; more bytes than this are refused. */
export const MOST_BYTES = 600 * 2 ** 20;

/** What the images of all classes take. */
export function bytesOf(classes: Classes): number {
  return classes.reduce(
    (sum, { images }) => sum + images.reduce((bytes, { data }) => bytes + data.length, 0),
    0,
  );
}

export function withClass(
  classes: Classes,
  name?: string,
  images: readonly Pixels[] = [],
): Classes {
  const id = 1 + Math.max(0, ...classes.map((one) => one.id));
  return [...classes, { id, name: name ?? freeName(classes), images }];
}

export function changed(classes: Classes, id: number, change: Partial<ImageClass>): Classes {
  return classes.map((one) => (one.id === id ? { ...one, ...change } : one));
}

/** Class 1, Class 2: the first such name that none has. */
function freeName(classes: Classes): string {
  const taken = new Set(classes.map(({ name }) => name));
  let number = 1;
  while (taken.has(`Class ${number}`)) number++;
  return `Class ${number}`;
}

/** Classes without those that nobody has touched: to begin with two are shown, empty. */
export function withoutEmpty(classes: Classes): Classes {
  return classes.filter(({ images, name }) => images.length > 0 || !/^Class \d+$/.test(name));
}
