import { layersFromJSON, sizeOf } from '@sig/heads';
import { type FeatureRecipe, recipeShape } from '@sig/image-paths';
import { checkModel } from '../../model/check-model.js';
import { CREATED_BY } from '../../model/format.js';
import type { ClassifierModel } from '../../model/model.js';
import { addLayers } from './add-layers.js';
import { type CProgram, createCProgram } from './c-program.js';
import { addFeatures, pathSizes } from './feature-steps.js';
import { identifier, stringLiteral } from './literals.js';
import { arrayText, functionsText } from './source-text.js';

export interface ExportCOptions {
  /** Of the files, without their endings, and in capitals and small letters of all identifiers ('model'). */
  readonly name?: string;
}

/** A model as C99. */
export interface CExport {
  /** The text of `<name>.h`. */
  readonly header: string;
  /** The text of `<name>.c`. */
  readonly source: string;
  /** Of all constants: what the model adds to the flash besides its code. */
  readonly constantBytes: number;
  /** Of static memory. */
  readonly workingBytes: number;
}

/**
 * A model as one C99 header and source, from uint8 pixels at the recipe's size to probabilities:
 * signatures, standardisation, layers and softmax. It takes no heap, no file and nothing of the C
 * library but memcpy and mathematics; its working memory is static and stated in the header. A model
 * in int8 keeps its kernels so and computes as `Quantization` says; one in float16 becomes float32.
 *
 * @throws TypeError or RangeError when the model's parts do not fit together, when a layer or the
 * transform has no counterpart, when the name has other characters than letters, digits, `.`, `_` and
 * `-`, or when a label is too long for C.
 *
 * @example
 * const { header, source } = exportC(decodeModel(bytes), { name: 'digits' });
 */
export function exportC(model: ClassifierModel, options: ExportCOptions = {}): CExport {
  const { name = 'model' } = options;
  if (!/^[A-Za-z0-9._-]{1,60}$/.test(name)) {
    throw new RangeError(
      `the name of a C source must be 1 to 60 letters, digits, '.', '_' and '-', got ${JSON.stringify(name.slice(0, 80))}`,
    );
  }
  checkModel(model);
  const program = createCProgram();
  addModel(program, model);
  const { lines, workingBytes } = program.finish();
  const constantBytes = program.arrays.reduce((sum, { data }) => sum + data.byteLength, 0);
  const sizes = { constantBytes, workingBytes };
  return {
    header: headerText(model, name, sizes),
    source: sourceText(model, name, program, lines),
    ...sizes,
  };
}

function addModel(program: CProgram, model: ClassifierModel): void {
  const { recipe, architecture, weights, standardisation, labels, quantization } = model;
  const features = addFeatures(program, recipe);
  if (standardisation) {
    const { mean, scale } = standardisation;
    const columns = mean.length;
    const rows = sizeOf(recipeShape(recipe)) / columns;
    const arrays = [
      program.array('standardisation.mean', mean, `[${columns}]`),
      program.array('standardisation.scale', scale, `[${columns}]`),
    ];
    program.call('standardise', [features, rows, columns, ...arrays], 'standardisation');
  }
  const layers = layersFromJSON(architecture);
  const { inputShape } = architecture;
  const logits = addLayers(program, features, { layers, inputShape, weights }, quantization);
  program.call('copy', [logits, labels.length, 'probabilities'], 'probabilities');
  program.call('softmax', ['probabilities', 1, labels.length]);
}

function headerText(
  { recipe, labels }: ClassifierModel,
  name: string,
  { constantBytes, workingBytes }: Pick<CExport, 'constantBytes' | 'workingBytes'>,
): string {
  const prefix = identifier(name).toLowerCase();
  const capitals = prefix.toUpperCase();
  const { width, height, channels } = recipe;
  return `/*
 * ${name}.h: an image classifier, written by ${CREATED_BY}.
 */
#ifndef ${capitals}_H
#define ${capitals}_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The image that it takes: bringing another one to this size is up to the caller. */
#define ${capitals}_WIDTH ${width}
#define ${capitals}_HEIGHT ${height}
#define ${capitals}_CHANNELS ${channels === 'rgb' ? '3 /* red, green, blue */' : '1 /* grey */'}
#define ${capitals}_CLASSES ${labels.length}

/* Bytes of constants, which may lie in flash, and of static working memory. */
#define ${capitals}_CONSTANT_BYTES ${constantBytes}
#define ${capitals}_WORKING_BYTES ${workingBytes}

/* The names of the classes, in UTF-8. */
extern const char *const ${prefix}_labels[${capitals}_CLASSES];

/*
 * The probability of each class for one image.
 *
 * pixels: ${capitals}_HEIGHT rows from the top of ${capitals}_WIDTH pixels of ${capitals}_CHANNELS bytes.
 * probabilities: room for ${capitals}_CLASSES numbers, which add up to 1.
 *
 * The working memory is static: no two calls at a time.
 */
void ${prefix}_classify(const uint8_t *pixels, float *probabilities);

#ifdef __cplusplus
}
#endif

#endif
`;
}

function sourceText(
  { labels, recipe, quantization }: ClassifierModel,
  name: string,
  program: CProgram,
  lines: readonly string[],
): string {
  const prefix = identifier(name).toLowerCase();
  const capitals = prefix.toUpperCase();
  const { code, headers } = functionsText(program.functions());
  const exact =
    quantization?.mode === 'int8'
      ? `
 * Its integers are those of the training program where the compiler fuses no products and sums:
 * -std=c99 or -ffp-contract=off.`
      : '';
  return `/*
 * ${name}.c: an image classifier, written by ${CREATED_BY}.
 *
 * C99. No heap; nothing of the C library but memcpy and mathematics.${exact}
 */
#include "${name}.h"

#include <stdbool.h>
#include <stddef.h>
${headers.map((header) => `#include <${header}>\n`).join('')}
${pathDefinitions(recipe)}
const char *const ${prefix}_labels[${capitals}_CLASSES] = {
${labels.map((label) => `    ${stringLiteral(label)},\n`).join('')}};

static float memory[${capitals}_WORKING_BYTES / sizeof(float)];

${program.arrays.map(arrayText).join('\n\n')}

${code}

void ${prefix}_classify(const uint8_t *pixels, float *probabilities)
{
${lines
  .join('\n')
  .trim()
  .split('\n')
  .map((line) => (line ? `    ${line}` : ''))
  .join('\n')}
}
`;
}

/** What the functions of signatures are compiled for. */
function pathDefinitions(recipe: FeatureRecipe): string {
  if (recipe.transform === 'pixels') return '';
  const { channels, dimensions, words } = pathSizes(recipe);
  return `/* The paths: lines of pixels${recipe.time ? ', with time' : ''}. */
#define PATH_CHANNELS ${channels}
#define PATH_DIMENSIONS ${dimensions}
#define PATH_DEPTH ${recipe.depth}
#define PATH_WORDS ${words}
#define PATH_TIME ${+recipe.time}
#define PATH_BASEPOINT ${+recipe.basepoint}
`;
}
