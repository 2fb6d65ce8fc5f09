import { describe, expect, it } from 'vitest';
import { createCmaEs, type StopReason, type Strategy } from '../../src/index.js';
import { sphere, type TestObjective } from '../objectives.js';

function reasonOf(strategy: Strategy, objective: TestObjective): StopReason | undefined {
  while (!strategy.stop() && strategy.generation < 20_000) {
    strategy.tell(strategy.ask().map(objective));
  }
  return strategy.stop();
}

describe('CMA-ES stops', () => {
  const start = [1, 1, 1];

  it("for 'tolFun' at the bottom of a bowl", () => {
    expect(reasonOf(createCmaEs({ start, sigma: 1 }), sphere)).toBe('tolFun');
  });

  it("for 'tolX' where the values go on getting better", () => {
    const objective: TestObjective = (x) => Math.log(sphere(x));
    expect(reasonOf(createCmaEs({ start, sigma: 1 }), objective)).toBe('tolX');
  });

  it("for 'equalFunValues' on a plain", () => {
    expect(reasonOf(createCmaEs({ start, sigma: 1, tolXUp: Infinity }), () => 7)).toBe(
      'equalFunValues',
    );
  });

  it("for 'tolXUp' on a slope without end", () => {
    expect(reasonOf(createCmaEs({ start, sigma: 1 }), ([a]) => a)).toBe('tolXUp');
  });

  it("for 'conditionCov' where one coordinate does not matter beside another", () => {
    const objective: TestObjective = ([a, b]) => a * a + 1e20 * b * b;
    const strategy = createCmaEs({ start: [1, 1], sigma: 1, conditionCov: 1e10 });
    expect(reasonOf(strategy, objective)).toBe('conditionCov');
  });

  it("for 'noEffectAxis' where steps of 0.1 along an axis are lost in the mean", () => {
    const objective: TestObjective = ([a, b]) => (a - 1e9) ** 2 + (b - 1e9) ** 2;
    const options = { start: [1e9 + 1, 1e9], sigma: 1, tolX: 0, tolFun: 0 };
    expect(reasonOf(createCmaEs(options), objective)).toBe('noEffectAxis');
  });

  it("for 'noEffectCoord' where steps in one coordinate are lost, and not in the other", () => {
    const objective: TestObjective = ([a, b]) => (a - 1e12) ** 2 + b ** 2;
    const options = { start: [1e12 + 1, 1], sigma: 1, tolX: 0, tolFun: 0 };
    expect(reasonOf(createCmaEs(options), objective)).toBe('noEffectCoord');
  });

  it("for 'stagnation' in noise", () => {
    let draw = 0;
    const noise: TestObjective = () => Math.abs(Math.sin(++draw * 12.9898) * 43_758.5453) % 1;
    const options = { start, sigma: 1, tolXUp: Infinity, conditionCov: Infinity, tolX: 0 };
    expect(reasonOf(createCmaEs(options), noise)).toBe('stagnation');
  });

  it('not at all before anything was told', () => {
    expect(createCmaEs({ start, sigma: 1 }).stop()).toBeUndefined();
  });
});
