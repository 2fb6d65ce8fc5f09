import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancedClassWeights, stratifiedSplit } from '../../src/index.js';

describe('stratifiedSplit', () => {
  it('puts every sample on one side and keeps every class in training', () => {
    const labels = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 60 });
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(labels, share, fc.nat(), (classes, part, seed) => {
        const { training, validation } = stratifiedSplit(classes, part, seed);
        const all = [...training, ...validation].sort((a, b) => a - b);
        expect(all).toEqual([...classes.keys()]);
        const trained = new Set(Array.from(training, (index) => classes[index]));
        expect(trained).toEqual(new Set(classes));
      }),
    );
  });

  it('takes the share of each class, at least one of two', () => {
    const labels = [...new Array<number>(100).fill(0), ...new Array<number>(10).fill(1), 2, 2, 3];
    const { validation } = stratifiedSplit(labels, 0.2, 5);
    const counts = [0, 0, 0, 0];
    for (const index of validation) counts[labels[index]]++;
    expect(counts).toEqual([20, 2, 1, 0]);
  });

  it('draws by seed', () => {
    const labels = new Array<number>(50).fill(0);
    const drawn = stratifiedSplit(labels, 0.3, 1).validation;
    expect(stratifiedSplit(labels, 0.3, 1).validation).toEqual(drawn);
    expect(stratifiedSplit(labels, 0.3, 2).validation).not.toEqual(drawn);
  });

  it('refuses a share outside 0 to 1', () => {
    expect(() => stratifiedSplit([0, 1], 1)).toThrow(
      'the validation share must be between 0 and 1, got 1',
    );
  });
});

describe('balancedClassWeights', () => {
  it('is n / (classes · n_c), as in the paper', () => {
    const labels = [...new Array<number>(136).fill(0), ...new Array<number>(368).fill(1)];
    const [rare, frequent] = balancedClassWeights(labels, 2);
    expect(rare).toBeCloseTo(1.853, 3);
    expect(frequent).toBeCloseTo(0.685, 3);
  });

  it('gives 0 to a class without samples', () => {
    expect(balancedClassWeights([0, 0], 2)).toEqual([0.5, 0]);
  });
});
