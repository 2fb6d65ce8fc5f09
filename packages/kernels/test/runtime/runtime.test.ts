import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEngine } from '../../src/index.js';
import {
  createRuntime,
  normalise,
  product,
  productIntegers,
  quantise,
  signatures,
  signaturesScratch,
  windows,
} from '../../src/runtime/index.js';
import { signatureBytes, signatureModule, wordCount } from '../../src/signature/index.js';

const exact = createEngine({
  modules: [signatureModule],
  backend: 'scalar',
  precision: 'float64',
});

/** Places arrays in a new runtime, runs a call on them and gives what it wrote. */
function runOn<T extends Record<string, ArrayLike<number> & ArrayBufferView>>(
  arrays: T,
  size: number,
  call: (at: Record<keyof T | 'out', number>) => ReturnType<typeof product>,
): Float32Array {
  const runtime = createRuntime();
  const at: Record<string, number> = {};
  for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(arrays)) {
    at[name] = runtime.allocate(byteLength);
    runtime.bytes(at[name], byteLength).set(new Uint8Array(buffer, byteOffset, byteLength));
  }
  at.out = runtime.allocate(4 * size);
  runtime.prepare(call(at as Record<keyof T | 'out', number>))();
  return runtime.reals(at.out, size).slice();
}

/** Numbers that look random, and are always the same. */
function numbers(count: number, seed: number): Float32Array {
  return Float32Array.from({ length: count }, (_, at) => Math.sin(seed + 12.9898 * at * (at + 1)));
}

function expectClose(found: Float32Array, expected: ArrayLike<number>, tolerance = 1e-4): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, at) => {
    expect(Math.abs(value - expected[at])).toBeLessThan(tolerance);
  });
}

const size = (max: number) => fc.integer({ min: 1, max });

test('signatures of pixels are those of the float64 twin of the training kernel', () => {
  fc.assert(
    fc.property(size(9), size(12), size(4), size(5), fc.boolean(), fc.boolean(), (...shape) => {
      const [paths, length, channels, depth, basepoint, time] = shape;
      const pixels = Uint8Array.from(numbers(paths * length * channels, depth), (x) => 255 * x * x);
      const words = wordCount(channels + +time, depth);
      const path = { channels, depth, basepoint, time, length, paths };
      const strides = { pathStride: length * channels, stepStride: channels };
      const scratch = new Uint8Array(signaturesScratch(channels + +time, depth));
      const found = runOn({ pixels, scratch }, paths * words, (at) =>
        signatures({ ...path, ...strides, ...at }),
      );
      const mark = exact.mark();
      const at = exact.allocate(pixels.length);
      exact.bytesAt(at, pixels.length).set(pixels);
      const out = exact.allocateReals(paths * words);
      exact.call(...signatureBytes({ ...path, ...strides, pixels: at, out, outStride: words }));
      expectClose(found, exact.realsAt(out, paths * words));
      exact.release(mark);
    }),
    { numRuns: 60 },
  );
});

test('products of reals, of int8 weights and of integers are sums written out', () => {
  fc.assert(
    fc.property(size(10), size(3), size(7), size(20), fc.boolean(), (...shape) => {
      const [rows, segments, inner, columns, rectified] = shape;
      const kinds = ['reals', 'int8', 'integers'] as const;
      const panels = Math.ceil(columns / 8);
      const group = (kind: (typeof kinds)[number]) => (kind === 'integers' ? 2 : 1);
      const stride = inner + 1;
      const segmentStride = rows * stride;
      for (const kind of kinds) {
        const real = kind === 'reals';
        const groups = Math.ceil(inner / group(kind));
        const a = numbers(segments * segmentStride + 1, 1);
        const input = kind === 'integers' ? Int16Array.from(a, (x) => 255 * x) : a;
        const b = numbers(segments * inner * columns, 2).map((x) =>
          real ? x : Math.trunc(127 * x),
        );
        const packed = new Float32Array(panels * segments * groups * 8 * group(kind));
        for (let s = 0; s < segments; s++) {
          for (let k = 0; k < inner; k++) {
            for (let c = 0; c < columns; c++) {
              const line = s * groups + Math.floor(k / group(kind));
              const eight = ((c >> 3) * segments * groups + line) * 8 + (c & 7);
              packed[eight * group(kind) + (k % group(kind))] = b[(s * inner + k) * columns + c];
            }
          }
        }
        const weights = real ? packed : Int8Array.from(packed);
        const scale = numbers(8 * panels, 3);
        const bias = numbers(8 * panels, 4);
        const low = rectified ? 0 : undefined;
        const arrays = {
          input,
          weights,
          scale,
          bias,
          room: new Float32Array(8 * segments * groups),
        };
        const dimensions = {
          rows,
          rowStride: stride,
          segments,
          segmentStride,
          inner,
          columns,
          low,
        };
        const found = runOn(arrays, rows * columns, ({ room, ...at }) =>
          kind === 'integers'
            ? productIntegers({ ...dimensions, ...at })
            : product({ ...dimensions, ...at, unpacked: real ? 0 : room }),
        );
        const expected = Array.from(found, (_, at) => {
          const [r, c] = [Math.floor(at / columns), at % columns];
          let sum = 0;
          for (let s = 0; s < segments; s++) {
            for (let k = 0; k < inner; k++) {
              sum += input[s * segmentStride + r * stride + k] * b[(s * inner + k) * columns + c];
            }
          }
          return Math.max(low ?? -Infinity, sum * scale[c] + bias[c]);
        });
        expectClose(found, expected, real ? 1e-4 : 1e-6 * 255 * 127 * segments * inner);
      }
    }),
    { numRuns: 40 },
  );
});

test('windows are sums and maxima written out', () => {
  fc.assert(
    fc.property(size(9), size(9), size(6), size(3), size(3), size(2), (...shape) => {
      const [height, width, channels, sizeY, sizeX, stride] = shape;
      if (height < sizeY || width < sizeX) return;
      const down = Math.floor((height - sizeY) / stride) + 1;
      const across = Math.floor((width - sizeX) / stride) + 1;
      const input = numbers(height * width * channels, 1);
      const kernel = numbers(sizeY * sizeX * channels, 2);
      const scale = numbers(channels + 3, 3);
      const bias = numbers(channels + 3, 4);
      const dimensions = { width, channels, down, across, sizeY, sizeX, stride };
      for (const kind of ['sum', 'constant', 'maximum']) {
        const found = runOn({ input, kernel, scale, bias }, down * across * channels, (at) =>
          windows({
            ...dimensions,
            ...at,
            kernel: kind === 'maximum' ? 0 : at.kernel,
            constant: kind === 'constant',
          }),
        );
        const expected = Array.from(found, (_, at) => {
          const c = at % channels;
          const x = Math.floor(at / channels) % across;
          const y = Math.floor(at / channels / across);
          const values: number[] = [];
          const weights: number[] = [];
          for (let window = 0; window < sizeY * sizeX; window++) {
            const row = y * stride + Math.floor(window / sizeX);
            const column = x * stride + (window % sizeX);
            values.push(input[(row * width + column) * channels + c]);
            weights.push(kernel[(kind === 'constant' ? 0 : window) * channels + c]);
          }
          if (kind === 'maximum') return Math.max(...values);
          return values.reduce((sum, v, i) => sum + v * weights[i], 0) * scale[c] + bias[c];
        });
        expectClose(found, expected);
      }
    }),
    { numRuns: 60 },
  );
});

test('normalisation and quantisation are what their formulas say', () => {
  fc.assert(
    fc.property(size(5), size(11), fc.integer({ min: -128, max: 127 }), (rows, columns, zero) => {
      const input = numbers(rows * columns, 1);
      const moments = {
        mean: numbers(columns + 3, 2),
        scale: numbers(columns + 3, 3),
        shift: numbers(columns + 3, 4),
      };
      const found = runOn({ input, ...moments }, rows * columns, (at) =>
        normalise({ ...at, rows, columns, low: 0 }),
      );
      const expected = Array.from(input, (x, at) => {
        const c = at % columns;
        return Math.max(0, (x - moments.mean[c]) * moments.scale[c] + moments.shift[c]);
      });
      expectClose(found, expected);
      // Halves too: the scale is a power of two.
      const halves = input.map((x) => Math.round(600 * x) / 8);
      const integers = runOn({ input: halves }, rows * columns, (at) =>
        quantise({ ...at, count: rows * columns, scale: 0.25, zeroPoint: zero, reals: true }),
      );
      const even = (x: number) => (Math.abs(x % 1) === 0.5 ? 2 * Math.round(x / 2) : Math.round(x));
      const clamped = Array.from(
        halves,
        (x) => Math.max(-128, Math.min(127, even(x / 0.25) + zero)) - zero,
      );
      expectClose(integers, clamped, 1e-9);
    }),
    { numRuns: 60 },
  );
});
