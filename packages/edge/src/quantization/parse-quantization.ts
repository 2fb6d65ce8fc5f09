import type { ActivationQuantization, Quantization, QuantizationMode } from './quantization.js';

/** The metadata key, and the version of what it holds. */
export const QUANTIZATION_KEY = 'quantization';
const QUANTIZATION_VERSION = 1;

const quantizationModes: readonly QuantizationMode[] = ['dynamic-int8', 'int8', 'float16'];

/** What the metadata say: all but the kernels, which are tensors. */
export type QuantizationHeader = Omit<Quantization, 'kernels'>;

/** The JSON of it for the metadata. */
export function quantizationText({ mode, activations }: QuantizationHeader): string {
  return JSON.stringify({
    version: QUANTIZATION_VERSION,
    mode,
    ...(activations && { activations }),
  });
}

/**
 * Reads what `quantizationText` wrote; whether the activations are those of the product layers,
 * `checkQuantization` sees.
 *
 * @throws TypeError or RangeError that says what is wrong.
 */
export function parseQuantization(text: string): QuantizationHeader {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) throw new TypeError('quantization must be an object');
  const { version, mode, activations } = value;
  if (version !== QUANTIZATION_VERSION) {
    throw new RangeError(`quantization must be of version ${QUANTIZATION_VERSION}`);
  }
  const known = quantizationModes.find((name) => name === mode);
  if (known === undefined) {
    throw new RangeError(`quantization must have a mode of ${quantizationModes.join(', ')}`);
  }
  if (activations === undefined) return { mode: known };
  if (!isObject(activations)) throw new TypeError('activations must be an object');
  const entries = Object.entries(activations).map(([name, range]) => [name, parseRange(range)]);
  return { mode: known, activations: Object.fromEntries(entries) };
}

function parseRange(range: unknown): ActivationQuantization {
  if (isObject(range) && typeof range.scale === 'number' && typeof range.zeroPoint === 'number') {
    return { scale: range.scale, zeroPoint: range.zeroPoint };
  }
  throw new TypeError('activations must hold a scale and a zeroPoint each');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
