export interface PathIncrementsOptions {
  /** The numbers that hold the path. */
  numbers: Float32Array | Float64Array | Uint8Array;
  /** Index of the first point. */
  start: number;
  length: number;
  stepStride: number;
  channels: number;
  basepoint: boolean;
  time: boolean;
  reversed: boolean;
  /** What a coordinate is divided by. */
  divisor: number;
}

/** The increments of one path, in the order in which its signature takes them. */
export function pathIncrements(options: PathIncrementsOptions): Float64Array[] {
  const { numbers, start, length, stepStride, channels, basepoint, time, reversed, divisor } =
    options;
  const point = (index: number): Float64Array => {
    const coordinates = new Float64Array(channels + +time);
    for (let channel = 0; channel < channels; channel++) {
      coordinates[channel] = numbers[start + index * stepStride + channel];
    }
    return coordinates;
  };
  const increments: Float64Array[] = [];
  let previous = point(0);
  if (basepoint) increments.push(previous.map((coordinate) => coordinate / divisor));
  for (let index = 1; index < length; index++) {
    const next = point(index);
    const from = previous;
    const increment = next.map((coordinate, channel) => (coordinate - from[channel]) / divisor);
    if (time) increment[channels] = 1 / (length - 1);
    increments.push(increment);
    previous = next;
  }
  if (!reversed) return increments;
  return increments.reverse().map((increment) => increment.map((coordinate) => -coordinate));
}
