import { digestSet } from './read-set.js';

/** The digests of a folder's sets, each taken once: it looks at every file of a set. */
export function createSetDigests(folder: string): (set: string) => Promise<string> {
  const digests = new Map<string, Promise<string>>();
  return (set) => {
    const digest = digests.get(set) ?? digestSet(folder, set);
    digests.set(set, digest);
    return digest;
  };
}
