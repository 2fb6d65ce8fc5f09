import { createEngine } from '@sig/kernels';
import { adam, linearModule, softmaxLoss } from '@sig/kernels/linear';
import { describe, expect, it } from 'vitest';
import { sumLoss } from '../../src/training/loss.js';
import { expectClose } from '../expect-close.js';
import { flat, losses, optimisers } from '../oracle.js';
import { ENGINES } from '../run-layer.js';

describe.each(losses)(
  'the $name loss',
  ({ gamma, classWeights, logits, labels, value, gradient }) => {
    const count = logits.length;
    const classes = logits[0].length;

    it.each(ENGINES)('has the value and gradient of PyTorch in $name', (options) => {
      const engine = createEngine({ modules: [linearModule], ...options });
      const place = (values: readonly number[]): number => {
        const pointer = engine.allocateReals(values.length);
        engine.realsAt(pointer, values.length).set(values);
        return pointer;
      };
      const at = {
        logits: place(flat(logits)),
        labels: engine.allocate(4 * count),
        classWeights: place(classWeights),
        probabilities: engine.allocateReals(count * classes),
        gradient: engine.allocateReals(count * classes),
        loss: engine.allocateReals(1),
      };
      engine.int32At(at.labels, count).set(labels);
      engine.call(...softmaxLoss({ ...at, count, classes, gamma, scale: 1 / count }));
      expectClose([engine.realsAt(at.loss, 1)[0] / count], [value], options.tolerance);
      expectClose(engine.realsAt(at.gradient, count * classes), flat(gradient), options.tolerance);
      // The validation loss is computed from probabilities, and must be the same function.
      const probabilities = engine.realsAt(at.probabilities, count * classes);
      const sum = sumLoss(probabilities, labels, classes, { gamma, smoothing: 0, classWeights });
      expect(sum / count).toBeCloseTo(value, 5);
    });
  },
);

describe.each(optimisers)('$name', ({ gradients, weights, ...options }) => {
  it.each(ENGINES)('takes the steps of PyTorch in $name', (engineOptions) => {
    const engine = createEngine({ modules: [linearModule], ...engineOptions });
    // Room for whole vectors: five weights stand in eight places.
    const [w, g, first, second] = Array.from({ length: 4 }, () => engine.allocateReals(8));
    engine.realsAt(w, 5).set(weights[0]);
    for (const [index, gradient] of gradients.entries()) {
      engine.realsAt(g, 5).set(gradient);
      engine.call(
        ...adam({ weights: w, gradients: g, first, second, count: 8, step: index + 1, ...options }),
      );
      expectClose(engine.realsAt(w, 5), weights[index + 1], engineOptions.tolerance);
    }
  });
});
