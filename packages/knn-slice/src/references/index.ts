export {
  type Discriminants,
  type FitReferencesOptions,
  type FittedReferences,
  fitReferences,
} from './fit-references.js';
