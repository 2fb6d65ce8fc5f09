export interface SignatureKernelOptions {
  /** Each cell of the grid is divided into 2^refinement by 2^refinement; from 0 to 10. */
  refinement?: number;
  /**
   * Lifts the points to the space of a Gaussian kernel exp(-|a - b|² / (2 sigma²)) first; by
   * default the points are taken as they are.
   */
  sigma?: number;
}
