import { seededIntegers } from '../seeded-random.js';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

type Integer = (bound: number) => number;

/** The value of a channel of a pixel, from 0 to 255; what is beyond is cut off. */
type Painted = (x: number, y: number, channel: number) => number;

/** `count` images one after the other, by turns of each kind; the same for the same seed. */
export function variedImages(size: ImageSize, count: number, seed: number): Uint8Array {
  const integer = seededIntegers(seed);
  const { width, height, channels } = size;
  const pixels = new Uint8ClampedArray(count * width * height * channels);
  let at = 0;
  for (let image = 0; image < count; image++) {
    const painted = kinds[image % kinds.length](integer, size);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        for (let channel = 0; channel < channels; channel++) pixels[at++] = painted(x, y, channel);
      }
    }
  }
  return new Uint8Array(pixels.buffer);
}

const kinds: readonly ((integer: Integer, size: ImageSize) => Painted)[] = [
  gradient,
  noise,
  edge,
  strokes,
  waves,
  constant,
  noisyGradient,
  extreme,
];

function gradient(integer: Integer, { width, height }: ImageSize): Painted {
  const corner = colour(integer);
  const [right, down] = [slopes(integer), slopes(integer)];
  return (x, y, k) => corner[k] + (right[k] * x) / width + (down[k] * y) / height;
}

function noise(integer: Integer): Painted {
  const [least, range] = [integer(128), 1 + integer(128)];
  return () => least + integer(range);
}

/** Two colours on either side of a line. */
function edge(integer: Integer, { width, height }: ImageSize): Painted {
  const [one, other] = [colour(integer), colour(integer)];
  const [across, along, offset] = [integer(9) - 4, integer(9) - 4, integer(9) - 4];
  return (x, y, k) =>
    (across * (x - width / 2) + along * (y - height / 2) > offset ? one : other)[k];
}

/** Thin bars on paper, as of letters. */
function strokes(integer: Integer, { width, height }: ImageSize): Painted {
  const [paper, ink] = [colour(integer), colour(integer)];
  const bars = Array.from({ length: 3 + integer(5) }, () => {
    const upright = integer(2) === 0;
    const [left, top, length] = [integer(width), integer(height), 3 + integer(10)];
    return {
      left,
      top,
      right: left + (upright ? 2 : length),
      bottom: top + (upright ? length : 2),
    };
  });
  const inked = (x: number, y: number): boolean =>
    bars.some(({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom);
  return (x, y, k) => (inked(x, y) ? ink : paper)[k];
}

function waves(integer: Integer): Painted {
  const middle = colour(integer);
  const [across, down, phase] = [integer(100) / 100, integer(100) / 100, integer(7)];
  return (x, y, k) => middle[k] + 100 * Math.sin(across * x + down * y + phase + k);
}

function constant(integer: Integer): Painted {
  const value = colour(integer);
  return (_x, _y, k) => value[k];
}

function noisyGradient(integer: Integer, size: ImageSize): Painted {
  const smooth = gradient(integer, size);
  return (x, y, k) => smooth(x, y, k) + integer(41) - 20;
}

/** Nothing but 0 and 255: flat, stripes, a chessboard, one pixel, or at random. */
function extreme(integer: Integer, { width, height }: ImageSize): Painted {
  const [pattern, left, top] = [integer(7), integer(width), integer(height)];
  return (x, y) => {
    const bright = [
      false,
      true,
      x % 2 === 0,
      y % 2 === 0,
      (x + y) % 2 === 0,
      x === left && y === top,
      integer(2) === 0,
    ];
    return bright[pattern] ? 255 : 0;
  };
}

function colour(integer: Integer): readonly number[] {
  return [integer(256), integer(256), integer(256)];
}

function slopes(integer: Integer): readonly number[] {
  return [integer(401) - 200, integer(401) - 200, integer(401) - 200];
}
