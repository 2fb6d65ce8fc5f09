import { symmetricEigen } from '../eigen/symmetric-eigen.js';
import type { StateReader } from '../state/state-reader.js';
import type { Covariance } from './covariance.js';

/** A covariance with all its n (n + 1) / 2 entries; a refresh takes O(n³), all else O(n²). */
export function fullCovariance(n: number, saved?: StateReader): Covariance {
  /** The lower triangle; the rest stays 0. */
  const c = new Float64Array(n * n);
  /** The axes of unit length as rows. */
  let vectors: Float64Array = new Float64Array(n * n);
  let axes: Float64Array = new Float64Array(n).fill(1);
  for (let i = 0; i < n; i++) c[i * n + i] = vectors[i * n + i] = 1;
  if (saved) {
    unpack(saved.reals('covariance', (n * (n + 1)) / 2), c, n);
    vectors = saved.reals('vectors', n * n);
    axes = saved.reals('axes', n);
  }

  return {
    get axes() {
      return axes;
    },
    deviations: () => axes.map((_, i) => Math.sqrt(c[i * n + i])),
    sample(zs) {
      const ys = zs.map(() => new Float64Array(n));
      for (let k = 0; k < n; k++) {
        for (let s = 0; s < zs.length; s++) {
          addMultiple(ys[s], 0, n, axes[k] * zs[s][k], vectors, k * n);
        }
      }
      return ys;
    },
    rotate(z) {
      const y = new Float64Array(n);
      for (let k = 0; k < n; k++) addMultiple(y, 0, n, z[k], vectors, k * n);
      return y;
    },
    whiten(y) {
      return axes.map((axis, k) => {
        let product = 0;
        for (let i = 0; i < n; i++) product += vectors[k * n + i] * y[i];
        return product / axis;
      });
    },
    update(keep, c1, p, weights, ys) {
      for (let i = 0; i < n; i++) {
        const row = i * n;
        for (let j = 0; j <= i; j++) c[row + j] *= keep;
        addMultiple(c, row, i + 1, c1 * p[i], p, 0);
        for (let k = 0; k < ys.length; k++) {
          if (weights[k] !== 0) addMultiple(c, row, i + 1, weights[k] * ys[k][i], ys[k], 0);
        }
      }
    },
    refresh() {
      const eigen = symmetricEigen(c, n);
      const largest = eigen.values.reduce((most, value) => Math.max(most, value));
      // What rounding leaves below the smallest eigenvalue that can be told from 0.
      const least = largest * Number.EPSILON;
      vectors = eigen.vectors;
      axes = eigen.values.map((value) => Math.sqrt(Math.max(value, least)));
    },
    state: () => ({ covariance: pack(c, n), vectors, axes }),
  };
}

/** `length` numbers of target += factor · those of source, each from its place on. */
function addMultiple(
  target: Float64Array,
  at: number,
  length: number,
  factor: number,
  source: Float64Array,
  from: number,
): void {
  for (let i = 0; i < length; i++) target[at + i] += factor * source[from + i];
}

function pack(c: Float64Array, n: number): Float64Array {
  const packed = new Float64Array((n * (n + 1)) / 2);
  for (let i = 0, at = 0; i < n; at += ++i) packed.set(c.subarray(i * n, i * n + i + 1), at);
  return packed;
}

function unpack(packed: Float64Array, c: Float64Array, n: number): void {
  for (let i = 0, at = 0; i < n; at += ++i) c.set(packed.subarray(at, at + i + 1), i * n);
}
