import type { StageCost } from '../cost/stage-cost.js';
import { parseCost } from '../untrusted/cost-fields.js';
import { describe, fieldsOf, textOf } from '../untrusted/fields.js';
import { nanProblem } from '../untrusted/nan-problem.js';
import { type CreateRecordingOptions, createRecording } from './create-recording.js';
import type { NpyArray } from './read-npy.js';
import { readNpz } from './read-npz.js';
import type { Recording } from './recording.js';

export interface ParseRecordingOptions extends CreateRecordingOptions {
  /** The most bytes that a .npz file may unpack to (1 GiB). */
  readonly maxBytes?: number;
}

/** What stands in `cost` of a .npz file, in this order; what is left out is 0. */
const COST_ORDER = ['macs', 'bytes', 'params', 'milliseconds'] as const;

/**
 * A recording from a file of another program, so that models can be put together that do not run here:
 *
 * - `.npz`: `probabilities` [count, classes], `labels` [count], `cost` with 1 to 4 numbers: multiply-adds,
 *   bytes, parameters, milliseconds;
 * - JSON: `{ "probabilities": [[…], …], "labels": […], "cost": { "macs", "bytes", "params" } }`, and `name`,
 *   `classes` and `resolution` where they are known. Options go before what the file says.
 *
 * @throws RangeError, TypeError or SyntaxError, in one line, for what is no recording.
 *
 * @example
 * const recording = parseRecording(readFileSync('resnet18.npz'), { name: 'resnet18' });
 */
export function parseRecording(bytes: Uint8Array, options: ParseRecordingOptions = {}): Recording {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? fromNpz(bytes, options) : fromJson(bytes, options);
}

function fromNpz(
  bytes: Uint8Array,
  { maxBytes = 2 ** 30, ...options }: ParseRecordingOptions,
): Recording {
  const names = ['probabilities', 'labels', 'cost'];
  const arrays = readNpz(bytes, names, maxBytes);
  for (const name of names) {
    if (!Object.hasOwn(arrays, name)) {
      throw new RangeError(`a recording needs the array ${name}, which the file has not`);
    }
  }
  const { probabilities, labels, cost } = arrays;
  const [count, width] = probabilities.shape;
  if (probabilities.shape.length !== 2 || labels.values.length !== count) {
    throw new RangeError(
      `probabilities must be [${labels.values.length} images, classes] beside labels, got (${probabilities.shape})`,
    );
  }
  const classes = options.classes ?? Array.from({ length: width }, (_, at) => String(at));
  return createRecording(probabilities.values, labels.values, costOf(cost), {
    ...options,
    classes,
  });
}

function costOf({ values }: NpyArray): StageCost {
  if (values.length < 1 || values.length > COST_ORDER.length) {
    throw new RangeError(
      `cost must be 1 to 4 numbers (${COST_ORDER.join(', ')}), got ${values.length}`,
    );
  }
  const [macs, bytes = 0, params = 0, milliseconds] = values;
  return { macs, bytes, params, milliseconds };
}

function fromJson(bytes: Uint8Array, options: ParseRecordingOptions): Recording {
  const fields = fieldsOf('a recording', parseText(bytes));
  const rows = numbersOf('probabilities', fields.probabilities, true);
  const labels = numbersOf('labels', fields.labels, false);
  if (Array.isArray(fields.probabilities) && Array.isArray(fields.probabilities[0])) {
    const { length } = fields.probabilities;
    if (length !== labels.length) {
      throw new RangeError(
        `probabilities must have a row for each of the ${labels.length} labels, got ${length}`,
      );
    }
  }
  const cost = parseCost('cost', fields.cost);
  const name = fields.name === undefined ? undefined : textOf('name', fields.name);
  const classes = fields.classes === undefined ? undefined : namesOf(fields.classes);
  const resolution = typeof fields.resolution === 'number' ? fields.resolution : undefined;
  return createRecording(rows, labels, cost, {
    name: options.name ?? name,
    classes: options.classes ?? classes,
    resolution: options.resolution ?? resolution,
  });
}

function parseText(bytes: Uint8Array): unknown {
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text);
  } catch {
    throw new SyntaxError(
      nanProblem(text) ?? 'a recording must be a .npz file or JSON, and this is none',
    );
  }
}

/** A list of numbers, or of rows of numbers of one length, one after the other. */
function numbersOf(name: string, value: unknown, nested: boolean): number[] {
  if (!Array.isArray(value)) throw new TypeError(`${name} must be a list, got ${describe(value)}`);
  const [first] = value;
  const rows = nested && Array.isArray(first);
  const items: unknown[] = rows ? value.flat() : value;
  const right = !rows || value.every((row) => Array.isArray(row) && row.length === first.length);
  if (!right) throw new RangeError(`${name} must be rows of one length`);
  return items.map((item) => {
    if (typeof item === 'number') return item;
    throw new TypeError(`${name} must be numbers, got ${describe(item)}`);
  });
}

function namesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map((name) => textOf('a class', name));
  throw new TypeError(`classes must be a list of names, got ${describe(value)}`);
}
