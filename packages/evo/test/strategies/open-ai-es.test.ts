import { describe, expect, it } from 'vitest';
import { createOpenAiEs, minimizeSync } from '../../src/index.js';
import { sphere } from '../objectives.js';

const start = new Float64Array(100).fill(0.5);

describe('OpenAI-ES', () => {
  it('descends in many dimensions', () => {
    const strategy = createOpenAiEs({ start, sigma: 0.1, decay: 0.998 });
    expect(minimizeSync(sphere, strategy, { evaluations: 20_000 }).value).toBeLessThan(0.05);
  });

  it('steps against the gradient of a slope', () => {
    const strategy = createOpenAiEs({
      start: [0, 0],
      sigma: 1,
      optimizer: 'momentum',
      populationSize: 2000,
    });
    strategy.tell(strategy.ask().map(([a, b]) => 3 * a - 4 * b));
    const [a, b] = strategy.mean;
    expect(a).toBeLessThan(0);
    expect(b / a).toBeCloseTo(-4 / 3, 0);
  });

  it('stays where the objective is level', () => {
    const strategy = createOpenAiEs({ start, sigma: 1 });
    strategy.tell(strategy.ask().map(() => 3));
    expect(strategy.mean).toEqual(start);
  });

  it('is pulled to 0 by weight decay alone', () => {
    const strategy = createOpenAiEs({ start, sigma: 1, weightDecay: 0.1, optimizer: 'momentum' });
    strategy.tell(strategy.ask().map(() => 3));
    expect(strategy.mean[0]).toBeCloseTo(0.5 - 0.1 * 0.1 * 0.5, 12);
  });

  it('lets sigma decay', () => {
    const strategy = createOpenAiEs({ start: [1], sigma: 1, decay: 0.5 });
    for (let k = 0; k < 3; k++) strategy.tell(strategy.ask().map(sphere));
    expect(strategy.sigma).toBe(0.125);
  });

  it.each([
    [{ learningRate: 0 }, RangeError, 'learningRate must be a finite number above 0, got 0'],
    [{ decay: -1 }, RangeError, 'decay must be a finite number above 0, got -1'],
    [{ weightDecay: -1 }, RangeError, 'weightDecay must be a number of at least 0, got -1'],
    [{ optimizer: 'sgd' }, TypeError, "optimizer must be 'adam' or 'momentum', got sgd"],
  ])('refuses %j', (wrong, type, message) => {
    expect(() => createOpenAiEs({ start: [1], sigma: 1, ...(wrong as object) })).toThrow(
      new type(message),
    );
  });
});
