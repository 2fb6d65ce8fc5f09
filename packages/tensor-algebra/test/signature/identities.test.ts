import fc from 'fast-check';
import ndarray, { type NdArray } from 'ndarray';
import { describe, it } from 'vitest';
import { antipode, inverse, multiply, signature } from '../../src/index.js';
import { expectExact, variation } from '../expect-exact.js';
import { inFormat, joined, points, randomFormat, randomPath } from '../random-paths.js';

describe('the signature, for random channels, depths, lengths and number formats,', () => {
  it('of a path followed by another is their product (Chen)', () => {
    const pair = randomPath(1, 8).chain((first) =>
      fc.record({
        first: fc.constant(first),
        second: fc.integer({ min: 1, max: 8 }).chain((length) => points(length, first.channels)),
      }),
    );
    fc.assert(
      fc.property(pair, randomFormat, ({ first: { path, channels, depth }, second }, format) => {
        const [left, right] = [inFormat(path, format), inFormat(second, format)];
        const product = multiply(signature(left, depth), signature(right, depth), channels);
        const whole = signature(inFormat(joined(path, second), format), depth);
        expectExact(product.data, whole.data, channels, variation(left, right));
      }),
    );
  });

  it('does not change when points are added on the way', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(randomPath(2), share, randomFormat, (random, along, format) => {
        const { path, channels, depth, length } = random;
        const shape = [2 * length - 1, channels];
        const finer = ndarray(new Float64Array(shape[0] * channels), shape);
        for (let point = 0; point < shape[0]; point++) {
          for (let channel = 0; channel < channels; channel++) {
            const here = path.get(point >> 1, channel);
            const next = path.get((point + 1) >> 1, channel);
            finer.set(point, channel, here + along * (next - here));
          }
        }
        const found = signature(inFormat(finer, format), depth);
        const expected = signature(inFormat(path, format), depth);
        expectExact(found.data, expected.data, channels, variation(path));
      }),
    );
  });

  it('does not change when the path is moved', () => {
    const by = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(randomPath(), by, randomFormat, ({ path, channels, depth }, shift, format) => {
        const moved = ndarray(
          path.data.map((value) => value + shift),
          path.shape,
        );
        const found = signature(inFormat(moved, format), depth);
        const expected = signature(inFormat(path, format), depth);
        // What the points lose in digits when they are moved counts as length.
        const length = variation(path) + Math.abs(shift);
        expectExact(found.data, expected.data, channels, length);
      }),
    );
  });

  it('vanishes on a path that goes back the way it came', () => {
    fc.assert(
      fc.property(randomPath(), randomFormat, ({ path, channels, depth }, format) => {
        const there = inFormat(joined(path, reversed(path)), format);
        const found = signature(there, depth);
        expectExact(found.data, new Float64Array(found.size), channels, variation(there));
      }),
    );
  });

  it('of the path run backwards is the inverse and the antipode', () => {
    fc.assert(
      fc.property(randomPath(), randomFormat, ({ path, channels, depth }, format) => {
        const s = signature(inFormat(path, format), depth);
        const backwards = signature(inFormat(path, format), depth, { inverse: true }).data;
        const length = variation(path);
        expectExact(antipode(s, channels).data, backwards, channels, length);
        expectExact(inverse(s, channels).data, backwards, channels, 2 * length);
        const turned = signature(inFormat(reversed(path), format), depth);
        expectExact(turned.data, backwards, channels, length);
      }),
    );
  });

  it('is the last prefix of its stream', () => {
    const options = fc.record({ inverse: fc.boolean(), basepoint: fc.boolean() });
    fc.assert(
      fc.property(randomPath(2), options, randomFormat, (random, chosen, format) => {
        const { channels, depth } = random;
        const path = inFormat(random.path, format);
        const stream = signature(path, depth, { ...chosen, stream: true });
        const whole = signature(path, depth, chosen);
        const last = stream.data.subarray(stream.size - whole.size);
        expectExact(last, whole.data, channels, variation(path) + 2 * channels);
      }),
    );
  });
});

function reversed(path: NdArray<Float64Array>): NdArray<Float64Array> {
  const [length, channels] = path.shape;
  const data = Float64Array.from({ length: path.size }, (_, at) =>
    path.get(length - 1 - Math.floor(at / channels), at % channels),
  );
  return ndarray(data, [length, channels]);
}
