import { countCost } from '@sig/heads';
import { describe, expect, it } from 'vitest';
import { type Neurons, slidesLayers } from '../../src/digits/slides-layers.js';

describe('slidesLayers', () => {
  it.each([
    [128, 1_199_882],
    [64, 121_930],
    [32, 70_378],
    [16, 44_602],
    [8, 31_714],
  ] as [Neurons, number][])(
    'has with %i neurons the parameters of the slides',
    (neurons, count) => {
      expect(countCost(slidesLayers(neurons), [28, 28, 1]).params).toBe(count);
    },
  );
});
