import type { Engine } from '@sig/kernels';
import { copyIn } from '../arrays/copy-in.js';
import { copyOut } from '../arrays/copy-out.js';
import type { RealArray } from '../arrays/real-array.js';
import { loadPaths } from '../signature/load-paths.js';
import { incrementsOf, type SignatureJob, stepsOf } from '../signature/signature-job.js';
import { levelStarts } from '../tensor/level-starts.js';
import { tensorAntipode } from '../tensor/tensor-antipode.js';
import { pathVjp } from './path-vjp.js';

/** Writes the cotangents of a job's paths, given those of its signatures without scalar. */
export function computeVjps(
  job: SignatureJob,
  _engine: Engine,
  cotangent: RealArray,
  result: RealArray,
): void {
  const { shape, depth, words, start, inverse, initial } = job;
  const { single, batch, channels } = shape;
  const starts = levelStarts(channels, depth);
  const steps = stepsOf(job);
  const increments = incrementsOf(job);
  const points = new Float64Array((increments + 1) * channels);
  const gradient = new Float64Array(points.length);
  const given = new Float64Array(steps * words);
  const turned = new Float64Array(words);
  const state = new Float64Array(words + 1);
  for (let row = 0; row < batch; row++) {
    loadPaths(job, start !== undefined, points, row, 1);
    copyIn(
      single ? cotangent : cotangent.pick(row, ...cotangent.shape.slice(1).map(() => null)),
      given,
    );
    if (inverse) {
      // The antipode is its own transpose.
      for (let at = 0; at < given.length; at += words) {
        tensorAntipode(given.subarray(at, at + words), turned, channels, depth, false);
        given.set(turned, at);
      }
    }
    state.fill(0);
    if (initial !== undefined) {
      const own = initial.dimension === 1 ? initial : initial.pick(row, null);
      copyIn(own.lo(job.initialLead), state, 1);
    }
    state[0] = 1;
    const add = (k: number, g: Float64Array): void => {
      if (!job.stream && k < increments) return;
      const at = job.stream ? (k - 1) * words : 0;
      for (let word = 0; word < words; word++) g[word + 1] += given[at + word];
    };
    pathVjp(points, channels, starts, state, add, gradient);
    const own = gradient.subarray(start === undefined ? 0 : channels);
    copyOut(own, single ? result : result.pick(row, null, null));
  }
}
