import type { Network } from '@sig/heads';
import type { Prototypes } from './prototypes.js';

/**
 * How numbers are kept: all in float32; or kernels in int8 with a scale for each output, and references
 * and scores in int8 with one scale each.
 */
export type Storage = 'int8' | 'float32';

/** What the bytes of prototypes depend on. */
export interface PrototypeShape {
  readonly count: number;
  readonly width: number;
  readonly classes: number;
  /** Features that are projected; without a projection 0. */
  readonly inputs: number;
  /** Whether a prototype has a score for each class, in place of a label. */
  readonly scored: boolean;
}

/**
 * Bytes of a projection, references and labels (one byte each, two from 257 classes) or scores.
 *
 * @example
 * prototypeBytes({ count: 90, width: 16, classes: 10, inputs: 400, scored: true }); // 8876
 */
export function prototypeBytes(shape: PrototypeShape, storage: Storage = 'int8'): number {
  const { count, width, classes, inputs, scored } = shape;
  const projection = inputs > 0 ? kernelBytes(inputs * width, width, storage) + 4 * width : 0;
  const references = kernelBytes(count * width, 1, storage);
  const labels = count * (classes > 256 ? 2 : 1);
  return projection + references + (scored ? kernelBytes(count * classes, 1, storage) : labels);
}

/**
 * Bytes of an engine: the filters of its feature net and all of its prototypes. A container's header is
 * not counted.
 *
 * @example
 * engineBytes(createFeatureNet({ filters: [8, 16] }), prototypes, 'int8');
 */
export function engineBytes(
  network: Network,
  { count, width, classes, projection, scores }: Prototypes,
  storage: Storage = 'int8',
): number {
  const inputs = projection ? projection.weight.length / width : 0;
  const kept = { count, width, classes, inputs, scored: scores !== undefined };
  return netBytes(network, storage) + prototypeBytes(kept, storage);
}

/** Bytes of a network's weights: in int8 its kernels, which have several axes; the rest in float32. */
export function netBytes({ parameters, weights }: Network, storage: Storage = 'int8'): number {
  return parameters.reduce((sum, { name, shape }) => {
    const { length } = weights[name];
    if (shape.length === 1) return sum + 4 * length;
    return sum + kernelBytes(length, shape[shape.length - 1], storage);
  }, 0);
}

function kernelBytes(values: number, scales: number, storage: Storage): number {
  return storage === 'int8' ? values + 4 * scales : 4 * values;
}
