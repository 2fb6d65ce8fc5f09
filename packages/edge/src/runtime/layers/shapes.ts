import { type Build, integer, sizeOf } from './build.js';
import type { LayerOptions } from './layer-options.js';

/** Any shape → [size] */
export function flatten(build: Build): void {
  build.shape = [sizeOf(build.shape)];
}

/** Any shape → one of as many values. */
export function reshape(build: Build, { shape }: LayerOptions): void {
  const wanted = Array.isArray(shape) ? shape.map((extent) => integer(extent)) : [];
  if (wanted.length === 0 || sizeOf(wanted) !== sizeOf(build.shape)) {
    throw new RangeError(`it cannot give [${build.shape}] the shape [${wanted}]`);
  }
  build.shape = wanted;
}

/** Does nothing in a prediction. */
export function dropout(): void {}
