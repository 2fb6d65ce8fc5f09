import { dense, softmax } from '@sig/heads';
import type { WeighedLayer } from '../layer/append-layers.js';
import { projectionLayer } from '../layer/projection-layer.js';
import { prototypeSimilarity } from './prototype-similarity.js';
import type { Prototypes } from './prototypes.js';

/** The layers of learned prototypes. */
export function scoreLayers({
  projection,
  references,
  scores,
  gamma = 0.5,
  count,
  classes,
}: Prototypes & Required<Pick<Prototypes, 'scores'>>): WeighedLayer[] {
  // Similarities are those of gamma 1/2, in a space that is longer by so much.
  const length = Math.sqrt(2 * gamma);
  const longer = (values: Float32Array): Float32Array => values.map((value) => length * value);
  const { weight, bias } = projection ?? {};
  const projected =
    weight && bias && projectionLayer({ weight: longer(weight), bias: longer(bias) });
  return [
    ...(projected ? [projected] : []),
    { layer: prototypeSimilarity(count), weights: { prototypes: longer(references) } },
    { layer: softmax(), weights: {} },
    { layer: dense(classes), weights: { kernel: scores, bias: new Float32Array(classes) } },
  ];
}
