import { conv2d, dense, flatten, type Layer, maxPool2d } from '@sig/heads';

/** Neurons of the first dense layer in the networks of the slides. */
export type Neurons = 128 | 64 | 32 | 16 | 8;

/**
 * The networks of the slides (Radu 2019, "Hybrid Deep Learning Topology for Image Classification"): two
 * convolutions and two dense layers. That of 128 neurons has a maximum behind the second convolution
 * alone, which gives its 1.2 million parameters.
 */
export function slidesLayers(neurons: Neurons): Layer[] {
  const between = neurons === 128 ? [] : [maxPool2d(2)];
  return [
    conv2d(32, { activation: 'relu' }),
    ...between,
    conv2d(64, { activation: 'relu' }),
    maxPool2d(2),
    flatten(),
    dense(neurons, { activation: 'relu' }),
    dense(10),
  ];
}
