import { describe, expect, it } from 'vitest';
import { type Lap, measureInTurns } from '../../src/measure/index.js';

/** A clock that stands still unless it is told. */
function fakeClock() {
  let time = 0;
  return {
    now: () => time,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

describe('measureInTurns', () => {
  it('runs tasks by turns, each for its slice, and counts nothing of the warm-up', async () => {
    const { now, pass } = fakeClock();
    const order: string[] = [];
    const task = (name: string, milliseconds: number) => ({
      name,
      run: () => {
        order.push(name);
        // The first run is slow, as code that is not compiled yet.
        pass(order.length <= 4 ? 100 : milliseconds);
      },
    });
    const found = await measureInTurns([task('quick', 5), task('slow', 30)], {
      ...{ seconds: 0.16, slice: 10, warmUp: 200, now },
    });
    expect(order.slice(0, 4)).toEqual(['quick', 'quick', 'slow', 'slow']);
    // A turn is 5 + 5 + 30 ms, so the fourth one reaches 160.
    const turn = ['quick', 'quick', 'slow'];
    expect(order.slice(4)).toEqual([turn, turn, turn, turn].flat());
    expect(found).toEqual([
      { name: 'quick', total: { runs: 8, minimum: 5, median: 5, percentile95: 5 }, stages: {} },
      { name: 'slow', total: { runs: 4, minimum: 30, median: 30, percentile95: 30 }, stages: {} },
    ]);
  });

  it('waits for promises, and takes three turns however long they are', async () => {
    const { now, pass } = fakeClock();
    const run = () => Promise.resolve().then(() => pass(1e6));
    const turns: number[] = [];
    const onTurn = (seconds: number) => void turns.push(seconds);
    const [{ total }] = await measureInTurns([{ name: 'endless', run }], { now, onTurn });
    expect(total).toEqual({ runs: 3, minimum: 1e6, median: 1e6, percentile95: 1e6 });
    expect(turns).toEqual([1000, 2000, 3000]);
  });

  it('tells how long the stages of a run took, which add up to it', async () => {
    const { now, pass } = fakeClock();
    const run = async (lap: Lap) => {
      pass(2);
      lap('read');
      await Promise.resolve();
      pass(7);
      lap('decode');
      pass(1);
      lap('head');
    };
    const [{ total, stages }] = await measureInTurns([{ name: 'file', run }], { now, slice: 50 });
    expect(Object.entries(stages).map(([name, { median }]) => [name, median])).toEqual([
      ['read', 2],
      ['decode', 7],
      ['head', 1],
    ]);
    expect(total.median).toBe(10);
    expect(stages.read.runs).toBe(total.runs);
  });

  it('shares the energy of a task among its runs, where there is a meter', async () => {
    const { now, pass } = fakeClock();
    let joules = 1000;
    const task = (name: string, used: number) => ({
      name,
      run: () => {
        pass(5);
        joules += used;
      },
    });
    const [hungry, modest] = await measureInTurns([task('hungry', 3), task('modest', 0.5)], {
      ...{ now, seconds: 1, meter: () => joules },
    });
    expect(hungry.joules).toBe(3);
    expect(modest.joules).toBe(0.5);
  });

  it('ends where it is told to', async () => {
    const { now, pass } = fakeClock();
    const controller = new AbortController();
    let runs = 0;
    const run = () => {
      pass(10);
      if (++runs === 3) controller.abort(new Error('enough'));
    };
    const { signal } = controller;
    const options = { now, signal, slice: 0, warmUp: 0 };
    await expect(measureInTurns([{ name: 'task', run }], options)).rejects.toThrow('enough');
    expect(runs).toBe(3);
  });

  it('refuses nothing to do and times that cannot be, and lets errors of a task through', async () => {
    const task = { name: 'task', run: () => {} };
    await expect(measureInTurns([])).rejects.toThrow(/needs a task, got none/);
    await expect(measureInTurns([task], { seconds: -1 })).rejects.toThrow(/seconds must be .*-1/);
    await expect(measureInTurns([task], { slice: Number.NaN })).rejects.toThrow(/slice must be/);
    const run = () => Promise.reject(new Error('broken'));
    await expect(measureInTurns([{ name: 'task', run }])).rejects.toThrow('broken');
  });
});
