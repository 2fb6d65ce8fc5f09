import { channelsOf } from './channels-of.js';
import { type Coverage, coverage } from './coverage.js';
import { type Geometry, geometryOf, type InputSize } from './geometry.js';
import type { Pixels } from './image-source.js';
import { padAround } from './pad-around.js';

/** What depends on the size of the images that come in; kept for as long as they look alike. */
interface Room extends Geometry {
  readonly planes: number;
  readonly rows: Coverage;
  readonly columns: Coverage;
  /** An old row, alpha laid on white; then made narrow; then the sums of a new row. */
  readonly line: Uint8Array;
  readonly narrow: Int32Array;
  readonly sums: Float64Array;
}

/**
 * Brings images to a size: alpha on white, resized by area, then made grey where grey is wanted, the
 * same bytes as `fitImage` of `@sig/image-paths` gives. Images of one size after another make no
 * garbage.
 */
export function createFitter(size: InputSize): (image: Pixels, target: Uint8Array) => void {
  const { width, height, channels } = size;
  let room: Room | undefined;
  return (image, target) => {
    const depth = channelsOf(image);
    if (image.width === width && image.height === height && depth === channels) {
      target.set(image.data);
      return;
    }
    const planes = depth === 1 && channels === 1 ? 1 : 3;
    if (room?.fromWidth !== image.width || room.fromHeight !== image.height) room = undefined;
    if (room?.planes !== planes) room = makeRoom(image, planes, size);
    resize(image, depth, room, size, target);
    if (size.fit === 'pad') padAround(target, room, size);
  };
}

function makeRoom(image: Pixels, planes: number, size: InputSize): Room {
  const geometry = geometryOf(image, size);
  return {
    ...geometry,
    planes,
    rows: coverage(geometry.height, geometry.toHeight),
    columns: coverage(geometry.width, geometry.toWidth),
    line: new Uint8Array(geometry.width * planes),
    narrow: new Int32Array(geometry.toWidth * planes),
    sums: new Float64Array(geometry.toWidth * planes),
  };
}

function resize(
  image: Pixels,
  depth: number,
  room: Room,
  { width, channels }: InputSize,
  target: Uint8Array,
): void {
  const { rows, narrow, sums, planes } = room;
  const total = room.width * room.height;
  // Each old row is made narrow once, then added to the one or more new rows that it lies under.
  let current = -1;
  for (let y = 0; y < room.toHeight; y++) {
    sums.fill(0);
    let row = rows.first[y];
    for (let at = rows.start[y]; at < rows.start[y + 1]; at++, row++) {
      if (row !== current) reduceRow(image, depth, row, room);
      current = row;
      const weight = rows.weights[at];
      for (let x = 0; x < sums.length; x++) sums[x] += weight * narrow[x];
    }
    for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] / total + 0.5) | 0;
    const to = ((room.toTop + y) * width + room.toLeft) * channels;
    if (channels === planes) {
      target.set(sums, to);
      continue;
    }
    for (let x = 0, from = 0; x < room.toWidth; x++, from += 3) {
      // ITU-R BT.601, in whole thousandths, which keep halves exact.
      const luma = 299 * sums[from] + 587 * sums[from + 1] + 114 * sums[from + 2];
      target[to + x] = (luma + 500) / 1000;
    }
  }
}

function reduceRow(image: Pixels, depth: number, row: number, room: Room): void {
  const { line, narrow, planes, columns } = room;
  const { first, start, weights } = columns;
  const { data } = image;
  const colours = depth > 2 ? 1 : 0;
  const alphaAt = depth & 1 ? -1 : depth - 1;
  let from = ((room.top + row) * image.width + room.left) * depth;
  for (let at = 0; at < line.length; from += depth) {
    const alpha = alphaAt < 0 ? 255 : data[from + alphaAt];
    for (let plane = 0; plane < planes; plane++) {
      const value = data[from + plane * colours];
      // Laid over white, rounded half up.
      line[at++] = alpha === 255 ? value : (value * alpha + 255 * (255 - alpha)) / 255 + 0.5;
    }
  }
  let to = 0;
  for (let x = 0; x < first.length; x++) {
    for (let plane = 0; plane < planes; plane++) {
      let sum = 0;
      let position = first[x] * planes + plane;
      for (let at = start[x]; at < start[x + 1]; at++, position += planes) {
        sum = (sum + weights[at] * line[position]) | 0;
      }
      narrow[to++] = sum;
    }
  }
}
