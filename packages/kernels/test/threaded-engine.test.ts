import { describe, expect, it } from 'vitest';
import { createThreadedEngine, type Engine, type KernelCall } from '../src/index.js';
import { gemm, linearModule } from '../src/linear/index.js';

const modules = [linearModule];

/** A call that takes a while, and whether it has ended. */
function slowCall(engine: Engine): { call: KernelCall; isDone: () => boolean } {
  const size = 512;
  const shape = { rows: size, columns: size, inner: size };
  const strides = { aStride: size, bStride: size, cStride: size };
  const [a, c] = [engine.allocateReals(size * size), engine.allocateReals(size * size)];
  engine.realsAt(a, size * size).fill(1);
  return {
    call: gemm({ a, b: a, c, ...shape, ...strides }),
    isDone: () => engine.realsAt(c, size * size).every((value) => value === size),
  };
}

describe('createThreadedEngine', () => {
  it('runs one program a thread over the same memory', async () => {
    const engine = await createThreadedEngine({ modules, threads: 3 });
    expect(engine.threads).toBe(3);
    const a = engine.allocateReals(3);
    const b = engine.allocateReals(1);
    const c = engine.allocateReals(3);
    engine.realsAt(a, 3).set([1, 2, 3]);
    engine.realsAt(b, 1).set([2]);
    const one = (index: number) =>
      gemm({
        a: a + 4 * index,
        aStride: 1,
        b,
        bStride: 1,
        c: c + 4 * index,
        cStride: 1,
        rows: 1,
        columns: 1,
        inner: 1,
        accumulate: true,
      });
    for (let turn = 0; turn < 100; turn++) engine.run([[one(0)], [one(1)], [one(2)]]);
    expect(Array.from(engine.realsAt(c, 3))).toEqual([200, 400, 600]);
    engine.close();
  });

  it('sends a program that is longer than the command buffer in pieces', async () => {
    const engine = await createThreadedEngine({ modules, threads: 2 });
    const x = engine.allocateReals(2);
    engine.realsAt(x, 2).set([1, 0]);
    const add = gemm({
      a: x,
      aStride: 1,
      b: x,
      bStride: 1,
      c: x + 4,
      cStride: 1,
      rows: 1,
      columns: 1,
      inner: 1,
      accumulate: true,
    });
    engine.run([[], new Array(10_000).fill(add)]);
    expect(engine.realsAt(x, 2)[1]).toBe(10_000);
    engine.close();
  });

  it('reports a kernel that failed on another thread, and goes on', async () => {
    const engine = await createThreadedEngine({ modules, threads: 2 });
    const outside = gemm({
      a: 2 ** 32 - 4,
      aStride: 1,
      b: 0,
      bStride: 1,
      c: 64,
      cStride: 1,
      rows: 4,
      columns: 8,
      inner: 4,
    });
    expect(() => engine.run([[], [outside]])).toThrow('a kernel failed on a worker thread');
    expect(() => engine.run([[], []])).not.toThrow();
    engine.close();
  });

  it('waits for the other threads before it says that its own kernel failed', async () => {
    const engine = await createThreadedEngine({ modules, threads: 2 });
    const { call, isDone } = slowCall(engine);
    expect(() => engine.run([[['nothing']], [call]])).toThrow('no kernel is named nothing');
    expect(isDone()).toBe(true);
    engine.close();
  });

  it('waits for the threads that have begun before it says that a program cannot be sent', async () => {
    const engine = await createThreadedEngine({ modules, threads: 3 });
    const { call, isDone } = slowCall(engine);
    expect(() => engine.run([[], [call], [['nothing']]])).toThrow('no kernel is named nothing');
    expect(isDone()).toBe(true);
    engine.close();
  });

  it('refuses to run once it is closed, where it would wait for ever', async () => {
    const engine = await createThreadedEngine({ modules, threads: 2 });
    engine.close();
    expect(() => engine.run([[], []])).toThrow('the engine is closed');
  });

  it('refuses a number of threads that is not a count', async () => {
    for (const threads of [0, 1.5, 65, Number.NaN]) {
      await expect(createThreadedEngine({ modules, threads })).rejects.toThrow(
        `threads must be an integer from 1 to 64, got ${threads}`,
      );
    }
  });

  it('falls back to one thread for the scalar backend', async () => {
    const engine = await createThreadedEngine({ modules, threads: 2, backend: 'scalar' });
    expect(engine.threads).toBe(1);
    engine.close();
  });
});
