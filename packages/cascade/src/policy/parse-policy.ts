import { checkMix } from '../calibration/check-mixes.js';
import { EXIT_RULES } from '../rules/exit-rule.js';
import { parseCost } from '../untrusted/cost-fields.js';
import { describe, fieldsOf, integerOf, listOf, numberOf, textOf } from '../untrusted/fields.js';
import { nanProblem } from '../untrusted/nan-problem.js';
import type { FittedFigures, PixelScale, Policy, PolicyPromise, PolicyStage } from './policy.js';
import type { Threshold } from './threshold.js';

const MOST_STAGES = 16;
const MOST_CLASSES = 100_000;

/**
 * Checks a policy that comes from outside, such as a JSON file: only fields that a policy has are kept.
 *
 * @param value what `JSON.parse` gave, or its text.
 * @throws TypeError, RangeError or SyntaxError, in one line, for what is no policy.
 *
 * @example
 * const policy = parsePolicy(readFileSync('cascade.json', 'utf8'));
 */
export function parsePolicy(value: unknown): Policy {
  const fields = fieldsOf('a policy', typeof value === 'string' ? parseText(value) : value);
  if (fields.format !== 'sig-cascade') {
    throw new RangeError(`not a cascade's policy: its format is ${describe(fields.format)}`);
  }
  if (fields.version !== 1) {
    throw new RangeError(
      `the policy's version is ${describe(fields.version)}; it needs a newer @sig/cascade`,
    );
  }
  const rule = EXIT_RULES.find((known) => known === fields.rule);
  if (rule === undefined) {
    throw new RangeError(
      `rule must be one of ${EXIT_RULES.join(', ')}, got ${describe(fields.rule)}`,
    );
  }
  const classes = listOf('classes', fields.classes, 2, MOST_CLASSES).map((name) =>
    textOf('a class', name),
  );
  if (new Set(classes).size !== classes.length) {
    throw new RangeError('classes must be different names');
  }
  const list = listOf('stages', fields.stages, 1, MOST_STAGES);
  const stages = list.map((stage, at) => parseStage(stage, at, at === list.length - 1));
  const fitted = parseFitted(fields.fitted, stages.length);
  const promise = fields.promise === undefined ? undefined : parsePromise(fields.promise);
  return { format: 'sig-cascade', version: 1, rule, classes, stages, fitted, promise };
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError(nanProblem(text) ?? 'a policy must be JSON, and this is none');
  }
}

function parseStage(value: unknown, at: number, isLast: boolean): PolicyStage {
  const where = `stage ${at}`;
  const fields = fieldsOf(where, value);
  const { name, model, resolution, cost, temperature, mix, threshold, pixels } = fields;
  return {
    name: textOf(`the name of ${where}`, name),
    model: model === undefined ? undefined : parseModel(where, model),
    resolution:
      resolution === undefined ? undefined : integerOf(`resolution of ${where}`, resolution, 1),
    cost: parseCost(`cost of ${where}`, cost),
    temperature: numberOf(`temperature of ${where}`, temperature, 1e-6, 1e6),
    mix: mix === undefined ? undefined : parseMix(where, mix, at),
    threshold: parseThreshold(where, threshold, isLast),
    pixels: pixels === undefined ? undefined : parsePixels(where, pixels),
  };
}

/** A file beside the policy's, or below it: a policy must not reach others. */
function parseModel(where: string, value: unknown): string {
  const file = textOf(`model of ${where}`, value);
  const parts = file.split(/[\\/]/);
  if (!parts.includes('..') && parts[0] !== '' && !file.includes(':') && !file.includes('\0')) {
    return file;
  }
  throw new RangeError(`model of ${where} must be a file beside the policy, got ${describe(file)}`);
}

function parseMix(where: string, value: unknown, at: number): number[] {
  const mix = listOf(`mix of ${where}`, value, at + 1, at + 1).map((share) =>
    numberOf(`mix of ${where}`, share, 0, 1),
  );
  checkMix(mix, at);
  return mix;
}

function parsePixels(where: string, value: unknown): PixelScale {
  const { mean, deviation } = fieldsOf(`pixels of ${where}`, value);
  const numbers = (name: string, list: unknown, least: number): number[] | undefined =>
    list === undefined
      ? undefined
      : listOf(`pixels.${name} of ${where}`, list, 1, 3).map((one) =>
          numberOf(`pixels.${name} of ${where}`, one, least, 1000),
        );
  return { mean: numbers('mean', mean, -1000), deviation: numbers('deviation', deviation, 1e-6) };
}

function parseThreshold(where: string, value: unknown, isLast: boolean): Threshold {
  if (value === 'never' && !isLast) return value;
  return numberOf(`threshold of ${where}`, value, 0, 1);
}

function parseFitted(value: unknown, stages: number): FittedFigures {
  const fields = fieldsOf('fitted', value);
  const images = integerOf('fitted.images', fields.images, 1);
  const exits = listOf('fitted.exits', fields.exits, stages, stages).map((count) =>
    integerOf('fitted.exits', count, 0),
  );
  const total = exits.reduce((sum, count) => sum + count, 0);
  if (total !== images) {
    throw new RangeError(`fitted.exits must sum to the ${images} images, got ${total}`);
  }
  return {
    images,
    exits,
    accuracy: numberOf('fitted.accuracy', fields.accuracy, 0, 1),
    macs: numberOf('fitted.macs', fields.macs, 0, Number.MAX_VALUE),
  };
}

function parsePromise(value: unknown): PolicyPromise {
  const { loss, risk, confidence, images } = fieldsOf('promise', value);
  if (loss !== 'error' && loss !== 'against-last') {
    throw new RangeError(`promise.loss must be error or against-last, got ${describe(loss)}`);
  }
  return {
    loss,
    risk: numberOf('promise.risk', risk, 0, 1),
    confidence: numberOf('promise.confidence', confidence, 0, 1),
    images: integerOf('promise.images', images, 1),
  };
}
