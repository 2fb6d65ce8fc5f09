import { createRequire } from 'node:module';
import { logSignature, signature, signatureVjp } from '@sig/tensor-algebra';
import { measure } from './measure.mjs';
import { operations } from './operations.mjs';

// The very ndarray that the package works with.
const ndarray = createRequire(import.meta.resolve('@sig/tensor-algebra'))('ndarray');

/**
 * @typedef {object} Figure
 * @property {import('./shapes.mjs').Task} task
 * @property {number} threads
 * @property {number} microseconds median, for one unit of the shape
 * @property {number} gigaflops
 * @property {number | undefined} reference microseconds of pySigLib for the same, one thread
 */

/**
 * Figures of one shape on each engine, float32, with checks and copies.
 *
 * @param {import('./shapes.mjs').Shape} shape
 * @param {readonly import('@sig/tensor-algebra').SignatureEngine[]} engines
 * @returns {Figure[]}
 */
export function runShape(shape, engines) {
  const { channels, depth, length, unit, units, reference } = shape;
  const batch = unit * units;
  const data = Float32Array.from(
    { length: batch * length * channels },
    (_, at) => Math.sin(at * at) * 0.1,
  );
  const paths = ndarray(data, [batch, length, channels]);
  const cotangent = signature(paths, depth);
  const coordinates = 'lyndon-brackets';
  // Results go into arrays made before: what is measured is the work, not the garbage collector.
  const signatures = ndarray(new Float32Array(cotangent.size), cotangent.shape);
  const logs = logSignature(paths, depth, { coordinates });
  const gradients = ndarray(new Float32Array(data.length), paths.shape);
  return engines.flatMap((engine) => {
    /** @type {Record<import('./shapes.mjs').Task, () => void>} */
    const tasks = {
      signature: () => signature(paths, depth, { engine, out: signatures }),
      logSignature: () => logSignature(paths, depth, { coordinates, engine, out: logs }),
      vjp: () => signatureVjp(paths, depth, cotangent, { engine, out: gradients }),
    };
    return Object.entries(tasks).map(([name, run]) => {
      const task = /** @type {import('./shapes.mjs').Task} */ (name);
      const microseconds = measure(run) / units;
      const gigaflops = (operations(task, shape) * unit) / (microseconds * 1000);
      return { task, threads: engine.threads, microseconds, gigaflops, reference: reference[task] };
    });
  });
}
