import fc from 'fast-check';
import ndarray from 'ndarray';
import { describe, expect, it } from 'vitest';
import {
  antipode,
  exp,
  inverse,
  log,
  multiply,
  signature,
  words,
  wordToIndex,
} from '../../src/index.js';
import { float64 } from '../arrays.js';
import { expectClose, randomTensors } from '../random-tensors.js';

describe('exp and log', () => {
  it('are inverse to each other, with and without the scalar term', () => {
    for (const scalarTerm of [false, true]) {
      fc.assert(
        fc.property(randomTensors(scalarTerm), ({ channels, a }) => {
          expectClose(log(exp(a, channels, { scalarTerm }), channels, { scalarTerm }), a, 7);
        }),
      );
    }
  });

  it('of one letter is the signature of a straight line', () => {
    const line = float64([0, 0, 2, -3], [2, 2]);
    const lie = ndarray(new Float64Array(62), [62]);
    lie.set(0, 2);
    lie.set(1, -3);
    expectClose(exp(lie, 2), signature(line, 5), 12);
  });

  it('log refuses a scalar that is not positive', () => {
    const x = float64([0, 1, 2], [3]);
    expect(() => log(x, 2, { scalarTerm: true })).toThrow(RangeError);
  });
});

describe('inverse and antipode', () => {
  it('inverse gives 1 from either side', () => {
    fc.assert(
      fc.property(randomTensors(true), ({ channels, a }) => {
        const options = { scalarTerm: true };
        a.set(0, 1 + Math.abs(a.get(0)));
        const back = inverse(a, channels, options);
        const unit = ndarray(new Float64Array(a.size), [a.size]);
        unit.set(0, 1);
        expectClose(multiply(a, back, channels, options), unit, 8);
        expectClose(multiply(back, a, channels, options), unit, 8);
      }),
    );
    expect(() => inverse(float64([0, 1, 2], [3]), 2, { scalarTerm: true })).toThrow(RangeError);
  });

  it('antipode turns words round, undoes itself and turns products round', () => {
    fc.assert(
      fc.property(randomTensors(true), ({ channels, depth, a, b }) => {
        const options = { scalarTerm: true };
        const turned = antipode(a, channels, options);
        for (const word of words(channels, depth)) {
          const sign = word.length % 2 === 0 ? 1 : -1;
          const from = wordToIndex([...word].reverse(), channels) + 1;
          expect(turned.get(wordToIndex(word, channels) + 1)).toBe(sign * a.get(from));
        }
        expectClose(antipode(turned, channels, options), a);
        const product = antipode(multiply(a, b, channels, options), channels, options);
        expectClose(product, multiply(antipode(b, channels, options), turned, channels, options));
      }),
    );
  });
});
