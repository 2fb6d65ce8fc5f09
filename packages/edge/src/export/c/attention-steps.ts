import type { CBuffer } from './c-program.js';
import type { LayerSteps } from './layer-steps.js';
import { floatLiteral } from './literals.js';
import { addProduct } from './product-steps.js';

/** Adds self-attention over tokens [length, channels], as `multiHeadAttention` computes it. */
export function addAttention(steps: LayerSteps): CBuffer {
  const { program, inputShape, weights } = steps;
  const [length, channels] = inputShape;
  const [, heads, keySize] = weights.query.shape;
  const width = heads * keySize;
  const project = (name: string, comment: string, input = steps.input): CBuffer => {
    const rows = { rows: length, stride: input === steps.input ? channels : width };
    const parameters = { kernel: weights[name], bias: weights[`${name}Bias`] };
    return addProduct({ ...steps, comment }, rows, { input, ...parameters });
  };
  const [query, key, value] = ['query', 'key', 'value'].map((name, place) =>
    project(name, place === 0 ? steps.comment : `${steps.name}: ${name}`),
  );
  const scores = program.buffer(length);
  const context = program.buffer(length * width);
  const factor = floatLiteral(Math.fround(1 / Math.sqrt(keySize)));
  const sizes = [length, heads, keySize, factor];
  program.call('attention', [query, key, value, ...sizes, scores, context]);
  return project('output', `${steps.name}: output`, context);
}
