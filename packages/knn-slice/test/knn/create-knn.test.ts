import { describe, expect, it } from 'vitest';
import { createKnn } from '../../src/index.js';

const references = Float32Array.of(0, 1, 2, 3);

describe('createKnn', () => {
  it.each([0, -1, 1.5, 5, Number.NaN])('refuses k of %s with 4 references', (k) => {
    expect(() => createKnn(references, [0, 1, 0, 1], { k })).toThrow(
      `k must be an integer from 1 to the 4 references, got ${k}`,
    );
  });

  it('refuses a reference set with one class', () => {
    expect(() => createKnn(references, [2, 2, 2, 2], { k: 1 })).toThrow(
      'the reference set must have at least two classes, all 4 labels are 2',
    );
  });

  it('refuses references that are not finite, not rows, or not there', () => {
    expect(() => createKnn(Float32Array.of(0, Infinity), [0, 1], { k: 1 })).toThrow(
      'references must be finite numbers, got Infinity at 1',
    );
    expect(() => createKnn(references, [0, 1, 0], { k: 1 })).toThrow('[3, width]');
    expect(() => createKnn(new Float32Array(), [], { k: 1 })).toThrow('references must be');
  });

  it('refuses labels that are no classes', () => {
    expect(() => createKnn(references, [0, 1, -1, 0], { k: 1 })).toThrow('labels[2]');
    expect(() => createKnn(references, [0, 1, 5, 0], { k: 1, classes: 3 })).toThrow('classes');
    expect(() => createKnn(references, [0, 1, 1, 0], { k: 1, vote: 'all' as 'majority' })).toThrow(
      "vote must be 'majority' or 'distance', got all",
    );
  });
});
