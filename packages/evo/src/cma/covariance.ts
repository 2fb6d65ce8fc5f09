/** The covariance C = B D² Bᵀ of CMA-ES; vectors are [n], y = B D z. */
export interface Covariance {
  /** The square roots of the eigenvalues, D. */
  readonly axes: Float64Array;
  /** The standard deviation √C_ii of each coordinate. */
  deviations(): Float64Array;
  /** B D z for each z. */
  sample(zs: readonly Float64Array[]): Float64Array[];
  /** B z. */
  rotate(z: Float64Array): Float64Array;
  /** D⁻¹ Bᵀ y. */
  whiten(y: Float64Array): Float64Array;
  /** C ← keep C + c1 p pᵀ + Σ weights_k y_k y_kᵀ; the axes follow at the next refresh. */
  update(
    keep: number,
    c1: number,
    p: Float64Array,
    weights: Float64Array,
    ys: readonly Float64Array[],
  ): void;
  /** Brings B and D up to date with C. */
  refresh(): void;
  state(): Record<string, unknown>;
}
