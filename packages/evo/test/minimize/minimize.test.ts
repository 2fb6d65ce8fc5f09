import { describe, expect, it, vi } from 'vitest';
import {
  createCmaEs,
  createOpenAiEs,
  type GenerationReport,
  minimize,
  minimizeSync,
  ObjectiveError,
  type Strategy,
  strategyFrom,
} from '../../src/index.js';
import { rosenbrock, sphere } from '../objectives.js';

const create = (seed = 1): Strategy => createCmaEs({ start: [0.5, 0.5, 0.5], sigma: 0.3, seed });

describe('minimize', () => {
  it('finds the same with an objective that answers at once, later, or for all at a time', async () => {
    const results = [
      minimizeSync(rosenbrock, create()),
      minimizeSync((candidates) => candidates.map(rosenbrock), create(), { batched: true }),
      await minimize(rosenbrock, create()),
      await minimize(async (x) => rosenbrock(x), create()),
      await minimize((candidates) => candidates.map(rosenbrock), create(), { batched: true }),
      await minimize(async (all) => Float64Array.from(all, rosenbrock), create(), {
        batched: true,
      }),
    ];
    for (const { x, value, reason, evaluations } of results) {
      expect({ x, value, reason, evaluations }).toEqual({
        x: results[0].x,
        value: results[0].value,
        reason: 'tolFun',
        evaluations: results[0].evaluations,
      });
    }
    expect(results[0].value).toBeLessThan(1e-10);
  });

  it('gives values to the candidates they belong to, whichever is ready first', async () => {
    const slow = (x: Float64Array): Promise<number> =>
      new Promise((resolve) => setTimeout(() => resolve(sphere(x)), x[0] > 0.5 ? 2 : 0));
    const { x } = await minimize(slow, create(), { evaluations: 70 });
    expect(x).toEqual(minimizeSync(sphere, create(), { evaluations: 70 }).x);
  });

  it('ends at the target', () => {
    const { reason, value } = minimizeSync(sphere, create(), { target: 1e-3 });
    expect(reason).toBe('target');
    expect(value).toBeLessThanOrEqual(1e-3);
  });

  it('never exceeds its budget of evaluations', () => {
    const objective = vi.fn(sphere);
    const result = minimizeSync(objective, create(), { evaluations: 100 });
    expect(result.reason).toBe('evaluations');
    expect(result.evaluations).toBe(98);
    expect(objective).toHaveBeenCalledTimes(98);
  });

  it('ends after its seconds', async () => {
    const objective = (): Promise<number> => new Promise((done) => setTimeout(() => done(1), 5));
    const result = await minimize(objective, createCmaEs({ start: [1], sigma: 1 }), {
      seconds: 1e-3,
    });
    expect(result.reason).toBe('seconds');
    expect(result.generations).toBe(1);
  });

  it('calls back after each generation, and ends when told to', async () => {
    const reports: GenerationReport[] = [];
    const result = await minimize(sphere, create(), {
      evaluations: 700,
      onGeneration: async (report) => {
        reports.push(report);
        return reports.length < 5;
      },
    });
    expect(result.reason).toBe('callback');
    expect(reports.map(({ generation }) => generation)).toEqual([1, 2, 3, 4, 5]);
    expect(reports.map(({ progress }) => progress)).toEqual([0.01, 0.02, 0.03, 0.04, 0.05]);
    expect(minimizeSync(sphere, create(), { onGeneration: () => false }).generations).toBe(1);
  });

  it('ends at a signal, even while the objective never waits', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 1);
    // The one strategy that never stops by itself.
    const strategy = createOpenAiEs({ start: [1, 1], sigma: 1 });
    const result = await minimize(sphere, strategy, { signal: controller.signal });
    expect(result.reason).toBe('signal');
  });

  it('records a history that JSON keeps', () => {
    const { history } = minimizeSync(sphere, create(), { evaluations: 70 });
    expect(JSON.parse(JSON.stringify(history))).toEqual(history);
    expect(history).toHaveLength(10);
    expect(history[9]).toMatchObject({ generation: 10, evaluations: 70 });
    for (const { best, generationBest, generationMedian, sigma, axisRatio } of history) {
      expect(generationBest).toBeGreaterThanOrEqual(best ?? Number.NaN);
      expect(generationMedian).toBeGreaterThanOrEqual(generationBest ?? Number.NaN);
      expect(sigma).toBeGreaterThan(0);
      expect(axisRatio).toBeGreaterThanOrEqual(1);
    }
  });

  it('writes null where a value is not finite', () => {
    const { history } = minimizeSync(() => Number.POSITIVE_INFINITY, create(), { evaluations: 7 });
    expect(history[0]).toMatchObject({ best: null, generationBest: null, generationMedian: null });
  });

  it('goes on where an earlier run ended, its history too', () => {
    const whole = minimizeSync(rosenbrock, create(), { evaluations: 350 });
    const first = create();
    const { history } = minimizeSync(rosenbrock, first, { evaluations: 140 });
    const second = strategyFrom(JSON.parse(JSON.stringify(first)));
    const rest = minimizeSync(rosenbrock, second, { evaluations: 350, history });
    expect(rest.x).toEqual(whole.x);
    const untimed = rest.history.map((entry) => ({ ...entry, seconds: 0 }));
    expect(untimed).toEqual(whole.history.map((entry) => ({ ...entry, seconds: 0 })));
  });
});

describe('an objective that fails', () => {
  const failing = (after: number) => {
    let calls = 0;
    return (x: Float64Array): number => {
      if (++calls > after) throw new Error('out of coffee\nat the machine');
      return rosenbrock(x);
    };
  };

  it('stops the run with the state saved, from which it goes on as if nothing had happened', async () => {
    const error = await minimize(failing(38), create()).catch((thrown: unknown) => thrown);
    if (!(error instanceof ObjectiveError)) throw error;
    expect(error.name).toBe('ObjectiveError');
    expect(error.message).toBe(
      'the objective failed in generation 6, the state is saved: out of coffee',
    );
    expect(error.cause).toBeInstanceOf(Error);
    expect(error.history).toHaveLength(5);
    const resumed = minimizeSync(rosenbrock, strategyFrom(JSON.parse(JSON.stringify(error.state))));
    expect(resumed.x).toEqual(minimizeSync(rosenbrock, create()).x);
  });

  it('does so without a promise, and for a rejected one', async () => {
    expect(() => minimizeSync(failing(3), create())).toThrow(ObjectiveError);
    const rejected = minimize(() => Promise.reject('no'), create());
    await expect(rejected).rejects.toThrow('generation 1, the state is saved: no');
  });

  it('has failed when it gives NaN, or too few values', () => {
    expect(() => minimizeSync(() => Number.NaN, create())).toThrow(
      'the objective failed in generation 1, the state is saved: values[0] must be a number, got NaN',
    );
    const short = (candidates: Float64Array[]) => candidates.slice(1).map(sphere);
    expect(() => minimizeSync(short, create(), { batched: true })).toThrow(
      'values must hold one number a candidate, 7, got 6',
    );
  });
});

describe('the arguments of minimize', () => {
  it.each([
    [{ evaluations: 6 }, 'evaluations must be enough for one generation, 7, got 6'],
    [{ evaluations: Number.NaN }, 'evaluations must be enough for one generation, 7, got NaN'],
    [{ seconds: 0 }, 'seconds must be a number above 0, got 0'],
    [{ target: Number.NaN }, 'target must be a number, got NaN'],
  ])('refuse %j', async (options, message) => {
    expect(() => minimizeSync(sphere, create(), options)).toThrow(new RangeError(message));
    await expect(minimize(sphere, create(), options)).rejects.toThrow(message);
  });

  it('refuse what is no function and no strategy', () => {
    expect(() => minimizeSync(JSON.parse('3'), create())).toThrow(
      new TypeError('the objective must be a function, got 3'),
    );
    expect(() => minimizeSync(sphere, JSON.parse('{}'))).toThrow(TypeError);
  });
});
