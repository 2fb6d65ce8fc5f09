import { type Parameter, sizeOf } from '../layers/layer.js';

/** A parameter's first values. */
export function initialize({ shape, initializer }: Parameter, random: () => number): Float32Array {
  const values = new Float32Array(sizeOf(shape));
  switch (initializer.kind) {
    case 'zeros':
      return values;
    case 'ones':
      return values.fill(1);
    case 'glorot-uniform': {
      const limit = Math.sqrt(6 / (initializer.fanIn + initializer.fanOut));
      return values.map(() => (2 * random() - 1) * limit);
    }
  }
}
