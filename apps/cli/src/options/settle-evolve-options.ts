import { UsageError } from '../errors.js';
import type { EvolveCommandOptions, SaidEvolveOptions } from './evolve-options.js';

// What tells digits best; chosen on training digits of MNIST.
const SUBCLASSES = 3;
const SHRINKAGE = 0.1;

/** Gives options that hang on one another their defaults, and refuses those that do not go together. */
export function settleEvolveOptions(said: SaidEvolveOptions): EvolveCommandOptions {
  const { prototypes, maxBytes, shrinkage, ...rest } = said;
  if (prototypes === undefined && maxBytes !== undefined) {
    throw new UsageError('--max-bytes is for --prototypes; say which');
  }
  if (prototypes !== undefined && prototypes !== 'condensed' && maxBytes === undefined) {
    throw new UsageError(`--prototypes ${prototypes} needs --max-bytes`);
  }
  if (prototypes !== undefined && (said.shifts || said.discriminants)) {
    const name = said.shifts ? '--shifts' : '--discriminants';
    throw new UsageError(`${name} is for all references; --prototypes have a space of their own`);
  }
  const all = prototypes === undefined;
  const { shifts = all, discriminants: subclasses = all && SUBCLASSES } = said;
  if (!subclasses && shrinkage !== undefined) {
    throw new UsageError('--shrinkage is for --discriminants; say of how many subclasses');
  }
  const discriminants = subclasses ? { subclasses, shrinkage: shrinkage ?? SHRINKAGE } : undefined;
  // Discriminants know the images that they are fitted on: leaving one out would not show errors.
  const { judge = discriminants ? 'split' : 'leave-one-out' } = said;
  return { ...rest, prototypes, maxBytes, shifts, discriminants, judge };
}
