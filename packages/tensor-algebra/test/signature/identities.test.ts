import fc from 'fast-check';
import ndarray, { type NdArray } from 'ndarray';
import { describe, it } from 'vitest';
import { antipode, inverse, multiply, signature } from '../../src/index.js';
import { expectLevels } from '../expect-levels.js';
import { joined, points, randomPath } from '../random-paths.js';

/** In float32 levels are known to seven digits of what passes through them, not of what is left. */
function both(
  path: NdArray<Float64Array>,
  check: (path: NdArray<Float64Array> | NdArray<Float32Array>, tolerance: number) => void,
): void {
  check(path, 1e-9);
  check(ndarray(new Float32Array(path.data), path.shape), 2e-3);
}

const FLOOR = 1e-2;

describe('the signature', () => {
  it('of a path followed by another is their product (Chen)', () => {
    const pair = randomPath(1, 8).chain((first) =>
      fc.record({
        first: fc.constant(first),
        second: fc.integer({ min: 1, max: 8 }).chain((length) => points(length, first.channels)),
      }),
    );
    fc.assert(
      fc.property(pair, ({ first: { path, channels, depth }, second }) => {
        const product = multiply(signature(path, depth), signature(second, depth), channels);
        const whole = signature(joined(path, second), depth);
        expectLevels(product.data, whole.data, channels, 1e-9, FLOOR);
      }),
    );
  });

  it('does not change when points are added on the way', () => {
    fc.assert(
      fc.property(
        randomPath(2),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (random, share) => {
          const { path: exact, channels, depth, length } = random;
          both(exact, (path, tolerance) => {
            const finer = ndarray(new Float64Array((2 * length - 1) * channels), [
              2 * length - 1,
              channels,
            ]);
            for (let point = 0; point < length; point++) {
              for (let channel = 0; channel < channels; channel++) {
                const here = path.get(point, channel);
                finer.set(2 * point, channel, here);
                if (point === length - 1) continue;
                const next = path.get(point + 1, channel);
                finer.set(2 * point + 1, channel, here + share * (next - here));
              }
            }
            const wanted = signature(path as NdArray<Float64Array>, depth).data;
            const like = ndarray(
              wanted instanceof Float32Array ? new Float32Array(finer.data) : finer.data,
              finer.shape,
            );
            expectLevels(
              signature(like as NdArray<Float64Array>, depth).data,
              wanted,
              channels,
              tolerance,
              FLOOR,
            );
          });
        },
      ),
    );
  });

  it('does not change when the path is moved', () => {
    fc.assert(
      fc.property(
        randomPath(),
        fc.integer({ min: -9, max: 9 }),
        ({ path, channels, depth }, by) => {
          const moved = ndarray(
            path.data.map((value) => value + by),
            path.shape,
          );
          expectLevels(
            signature(moved, depth).data,
            signature(path, depth).data,
            channels,
            1e-9,
            FLOOR,
          );
        },
      ),
    );
  });

  it('vanishes on a path that goes back the way it came', () => {
    fc.assert(
      fc.property(randomPath(), ({ path: exact, channels, depth }) => {
        both(exact, (path, tolerance) => {
          const doubles = ndarray(Float64Array.from(path.data), path.shape);
          const there = joined(doubles, reversed(doubles));
          const like = ndarray(
            path.data instanceof Float32Array ? new Float32Array(there.data) : there.data,
            there.shape,
          );
          const found = signature(like as NdArray<Float64Array>, depth).data;
          const scale = signature(doubles, depth).data.reduce(
            (most, x) => Math.max(most, Math.abs(x)),
            1,
          );
          const zeros = new Float64Array(found.length);
          expectLevels(found, zeros, channels, tolerance, scale * scale);
        });
      }),
    );
  });

  it('of the path run backwards is the inverse and the antipode', () => {
    fc.assert(
      fc.property(randomPath(), ({ path, channels, depth }) => {
        const s = signature(path, depth);
        const backwards = signature(path, depth, { inverse: true }).data;
        expectLevels(antipode(s, channels).data, backwards, channels, 1e-9, FLOOR);
        expectLevels(inverse(s, channels).data, backwards, channels, 1e-8, FLOOR);
        expectLevels(signature(reversed(path), depth).data, backwards, channels, 1e-9, FLOOR);
      }),
    );
  });

  it('is the last prefix of its stream', () => {
    fc.assert(
      fc.property(randomPath(2), fc.boolean(), ({ path, channels, depth, length }, inverse) => {
        const stream = signature(path, depth, { stream: true, inverse });
        const last = stream.pick(length - 2, null);
        const data = stream.data.subarray(last.offset, last.offset + last.size);
        expectLevels(data, signature(path, depth, { inverse }).data, channels, 1e-9, FLOOR);
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
