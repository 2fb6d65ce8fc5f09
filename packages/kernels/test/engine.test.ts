import { describe, expect, it } from 'vitest';
import { createEngine, createThreadedEngine } from '../src/index.js';
import { gemm, linearModule } from '../src/linear/index.js';

const modules = [linearModule];

describe('createEngine', () => {
  it('hands out zeroed memory, aligned, also where it was used before', () => {
    const engine = createEngine({ modules });
    const mark = engine.mark();
    const first = engine.allocateReals(10);
    expect(first % 16).toBe(0);
    engine.realsAt(first, 10).fill(3);
    engine.release(mark);
    const second = engine.allocateReals(12);
    expect(second).toBe(first);
    expect(Array.from(engine.realsAt(second, 12))).toEqual(new Array(12).fill(0));
  });

  it('grows its memory when it is asked for more than it has', () => {
    const engine = createEngine({ modules });
    const small = engine.allocateReals(1);
    engine.realsAt(small, 1)[0] = 5;
    const large = engine.allocateReals(8_000_000);
    engine.realsAt(large, 8_000_000)[7_999_999] = 1;
    expect(engine.realsAt(small, 1)[0]).toBe(5);
  });

  it('says how much was asked for when the memory cannot grow so far', () => {
    const engine = createEngine({ modules });
    expect(() => engine.allocate(5e9)).toThrow(
      /^cannot allocate 5000000000 bytes: .*smaller batch/,
    );
  });

  it('keeps a workspace that was enlarged between a mark and its release', () => {
    const engine = createEngine({ modules, workspaceBytes: 1024 });
    const mark = engine.mark();
    engine.reserveWorkspace(1 << 22);
    engine.release(mark);
    const x = engine.allocateReals(64 * 64);
    const values = Array.from({ length: 64 * 64 }, (_, index) => index % 31);
    engine.realsAt(x, 64 * 64).set(values);
    const out = engine.allocateReals(64 * 64);
    const square = { rows: 64, columns: 64, inner: 64, aStride: 64, bStride: 64, cStride: 64 };
    engine.call(...gemm({ a: x, b: x, c: out, ...square }));
    expect(Array.from(engine.realsAt(x, 64 * 64))).toEqual(values);
  });

  it('refuses the SIMD backend in float64, which it does not compute', () => {
    expect(() => createEngine({ modules, backend: 'simd', precision: 'float64' })).toThrow(
      /float32 only, got precision 'float64'/,
    );
  });

  it('refuses more programs than it has threads', () => {
    expect(() => createEngine({ modules }).run([[], []])).toThrow(
      '2 programs do not fit 1 threads',
    );
  });

  it('names a kernel that is not there', () => {
    expect(() => createEngine({ modules }).call('nothing')).toThrow('no kernel is named nothing');
  });
});

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
