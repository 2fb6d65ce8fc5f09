import {
  type FieldWindows,
  fieldBytes,
  fieldChannels,
  fieldExtent,
  fieldModule,
  fieldWorkspaceBytes,
} from '../../src/field/index.js';
import { createEngine, type Engine } from '../../src/index.js';

const modules = [fieldModule];

/** The compiled kernels, their twins in float32, and their twins in float64. */
export const simd = createEngine({ modules, backend: 'simd' });
export const scalar = createEngine({ modules, backend: 'scalar' });
export const exact = createEngine({ modules, backend: 'scalar', precision: 'float64' });

const SENTINEL = 77;

/** The field of images, [images, down, across, channels], after a look at what lies behind it. */
export function runField(
  engine: Engine,
  pixels: ArrayLike<number>,
  windows: FieldWindows,
  images = 1,
): number[] {
  const places = fieldExtent(windows.height, windows) * fieldExtent(windows.width, windows);
  const count = images * places * fieldChannels(windows);
  engine.reserveWorkspace(fieldWorkspaceBytes(windows));
  const mark = engine.mark();
  const input = engine.allocate(pixels.length);
  engine.bytesAt(input, pixels.length).set(pixels);
  const out = engine.allocateReals(count + 1);
  engine.realsAt(out, count + 1).fill(SENTINEL);
  engine.call(...fieldBytes({ ...windows, pixels: input, images, out }));
  const [...field] = engine.realsAt(out, count + 1);
  engine.release(mark);
  if (field.pop() !== SENTINEL) throw new Error('the field wrote past its end');
  return field;
}

/** Bytes that look random, and repeat. */
export function scatterBytes(count: number, seed: number): Uint8Array {
  let state = seed >>> 0;
  return Uint8Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}
