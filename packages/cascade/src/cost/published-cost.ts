/**
 * The figure that the report on resolution cascades calls FLOPs (its table 2.1): the number of parameters
 * times f², f being the resolution as a part of 224 pixels. It is in the unit of the parameters and is no
 * count of operations; it is here to reproduce the report, beside multiply-adds that are counted.
 *
 * @throws RangeError when the resolution is not above 0.
 *
 * @example
 * publishedCost(11.69, 32); // 0.24, ResNet-18 at 32 pixels, in millions
 */
export function publishedCost(params: number, resolution: number): number {
  if (!(resolution > 0)) throw new RangeError(`resolution must be above 0, got ${resolution}`);
  return params * (resolution / 224) ** 2;
}
