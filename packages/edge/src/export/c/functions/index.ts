import type { CFunction } from './c-function.js';
import { convolutionFunctions } from './convolutions.js';
import { featureFunctions } from './features.js';
import { fieldFunctions } from './field.js';
import { poolFunctions } from './pools.js';
import { productFunctions } from './products.js';
import { rowFunctions } from './rows.js';
import { signatureFieldFunctions } from './signature-field.js';

export type { CFunction } from './c-function.js';

/** All that a source may consist of, by name. */
export const cFunctions: Readonly<Record<string, CFunction>> = {
  ...featureFunctions,
  ...fieldFunctions,
  ...signatureFieldFunctions,
  ...productFunctions,
  ...convolutionFunctions,
  ...poolFunctions,
  ...rowFunctions,
};
