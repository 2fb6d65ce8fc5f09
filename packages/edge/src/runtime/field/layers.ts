import type { OwnLayer } from '../own-layer.js';
import { signatureField } from './signature-field.js';
import { tanh } from './tanh.js';

/**
 * The layers of a learned field for `createClassifier`, by their kind.
 *
 * @example
 * const classifier = createClassifier(bytes, { layers });
 */
export const layers: Readonly<Record<'signatureField' | 'tanh', OwnLayer>> = {
  signatureField,
  tanh,
};
