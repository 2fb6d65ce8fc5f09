import { relative } from 'node:path';

/** Names of images as seen from the folder that they are in. */
export function namesWithin(data: string, names: readonly string[]): string[] {
  return data === 'mnist' ? [...names] : names.map((name) => relative(data, name));
}
