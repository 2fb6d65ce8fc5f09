import ndarray from 'ndarray';

/** What the points of paths are kept in. */
export type Path = Float32Array | Float64Array;

interface Widening {
  /** Points to put before the first one. */
  points: 0 | 1;
  /** Channels to put after the last one. */
  channels: 0 | 1;
  /** The value of an added channel at a point. */
  fill: (point: number, length: number) => number;
}

/** Copies paths into larger ones: zeros in the added points, `fill` in the added channels. */
export function widenPath<D extends Path>(
  path: ndarray.NdArray<D>,
  { points, channels: added, fill }: Widening,
): ndarray.NdArray<D> {
  const { shape } = path;
  if (shape.length < 2 || shape.length > 3) {
    throw new RangeError(
      `a path must be [length, channels] or [batch, length, channels], got [${shape.join(', ')}]`,
    );
  }
  const [length, channels] = shape.slice(-2);
  if (length < 1 || channels < 1) {
    throw new RangeError(
      `a path must have at least one point and one channel, got [${shape.join(', ')}]`,
    );
  }
  const batch = shape.length === 3 ? shape[0] : 1;
  const batchStride = shape.length === 3 ? path.stride[0] : 0;
  const [pointStride, channelStride] = path.stride.slice(-2);
  const width = channels + added;
  const size = batch * (length + points) * width;
  const data = path.data instanceof Float64Array ? new Float64Array(size) : new Float32Array(size);
  let at = 0;
  for (let item = 0; item < batch; item++) {
    at += points * width;
    for (let point = 0; point < length; point++) {
      let from = path.offset + item * batchStride + point * pointStride;
      for (let channel = 0; channel < channels; channel++, from += channelStride) {
        data[at++] = path.data[from];
      }
      if (added) data[at++] = fill(point, length);
    }
  }
  const widened = [...shape.slice(0, -2), length + points, width];
  return ndarray(data, widened) as ndarray.NdArray<D>;
}
