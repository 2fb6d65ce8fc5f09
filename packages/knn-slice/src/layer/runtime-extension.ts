import { extensionText } from '../generated/extension-text.js';
import { layers } from '../runtime/layers.js';

/**
 * The layers of this package for ES modules that `exportJs` of `@sig/edge/export` writes.
 *
 * @example
 * exportJs(model, { layers: knnLayers, extension: runtimeExtension });
 */
export const runtimeExtension = { layers, script: extensionText } as const;
