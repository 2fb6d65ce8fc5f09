/** Thrown when the loss or the weights stop being finite numbers. */
export class DivergenceError extends Error {
  override readonly name = 'DivergenceError';
  readonly epoch: number;
  /** From 1, over all epochs. */
  readonly step: number;
  /** A learning rate to try instead. */
  readonly lowerRate: number;

  constructor(what: string, place: { epoch: number; step: number }, rate: number) {
    const lower = Number((rate / 10).toPrecision(2));
    const { epoch, step } = place;
    super(
      `${what} at step ${step} (epoch ${epoch}); try a learning rate of ${lower} instead of ${rate}`,
    );
    this.epoch = epoch;
    this.step = step;
    this.lowerRate = lower;
  }
}
