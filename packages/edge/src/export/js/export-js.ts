import { fieldText } from '../../generated/field-text.js';
import { runtimeText } from '../../generated/runtime-text.js';
import { encodeModel } from '../../model/encode-model.js';
import { CREATED_BY } from '../../model/format.js';
import type { ClassifierModel, OwnLayers } from '../../model/model.js';
import { createClassifier } from '../../runtime/create-classifier.js';
import { layers as fieldLayers } from '../../runtime/field/index.js';
import type { OwnLayers as RuntimeLayers } from '../../runtime/own-layer.js';

/** Layers that the runtime has not, for `createClassifier` and as text. */
export interface RuntimeExtension {
  readonly layers: RuntimeLayers;
  /** A script that defines `extension`, an object with the same `layers`. */
  readonly script: string;
}

export interface ExportJsOptions extends OwnLayers {
  /** Written into the module where the model needs one of its layers. */
  extension?: RuntimeExtension;
}

/**
 * A model and the runtime as one ES module without imports, for a `<script type="module">` tag or a
 * bundler. It exports `classify(image)`, which takes all that `createClassifier` of
 * `@sig/edge/runtime` does, and the `labels`.
 *
 * @throws TypeError or RangeError when the model's parts do not fit together; ModelFileError when it
 * needs what the runtime has not.
 *
 * @example
 * writeFileSync('pets.mjs', exportJs(decodeModel(bytes)));
 */
export function exportJs(
  model: ClassifierModel,
  { layers, extension }: ExportJsOptions = {},
): string {
  const bytes = encodeModel(model, { layers });
  // It refuses what it cannot run, by name.
  createClassifier(bytes, { layers: { ...fieldLayers, ...extension?.layers } });
  const needs = (known: RuntimeLayers): boolean =>
    model.architecture.layers.some(({ kind }) => Object.hasOwn(known, kind));
  const scripts = [
    ...(needs(fieldLayers) ? [{ name: 'field', script: fieldText }] : []),
    ...(extension && needs(extension.layers) ? [{ name: 'extension', ...extension }] : []),
  ];
  const spread = scripts.map(({ name }) => `...${name}.layers`).join(', ');
  return `// An image classifier, written by ${CREATED_BY}.
${runtimeText}
${scripts.map(({ script }) => `${script}\n`).join('')}const model = '${base64(bytes)}';
const bytes = Uint8Array.from(atob(model), (character) => character.charCodeAt(0));
const classifier = runtime.createClassifier(bytes${spread && `, { layers: { ${spread} } }`});

/** The names of the classes. */
export const labels = ${literal(model.labels)};

/** What the model says of an image: { label, probability, probabilities, labels }. */
export const classify = (image) => classifier.classify(image);
`;
}

/** JSON that no HTML around it takes for a tag. */
function literal(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

function base64(bytes: Uint8Array): string {
  let text = '';
  // Divisible by 3, so that nothing is padded in the middle.
  const chunk = 3 * 4096;
  for (let at = 0; at < bytes.length; at += chunk) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + chunk)));
  }
  return text;
}
