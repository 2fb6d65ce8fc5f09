import { describe, expect, it } from 'vitest';
import { createEngine } from '../src/index.js';
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
    const engine = createEngine({ modules });
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

  it('refuses sizes that are none, and goes on', () => {
    const engine = createEngine({ modules });
    const mark = engine.mark();
    for (const bytes of [Number.NaN, -1, 0.5, Infinity]) {
      expect(() => engine.allocate(bytes)).toThrow(
        `bytes must be an integer of at least 0, got ${bytes}`,
      );
    }
    expect(() => engine.allocateReals(-4)).toThrow(RangeError);
    expect(engine.mark()).toBe(mark);
  });

  it('refuses to release up to a place that was never in use', () => {
    const engine = createEngine({ modules });
    for (const mark of [engine.mark() + 64, Number.NaN]) {
      expect(() => engine.release(mark)).toThrow(
        `mark must be one that mark() gave and no release has passed, got ${mark}`,
      );
    }
  });

  it('still enlarges the workspace after memory for a larger one was not to be had', () => {
    const engine = createEngine({ modules });
    expect(() => engine.reserveWorkspace(5e9)).toThrow('cannot allocate 5000000000 bytes');
    const mark = engine.mark();
    engine.reserveWorkspace(1 << 22);
    expect(engine.mark() - mark).toBeGreaterThanOrEqual(1 << 22);
  });

  it('lets a kernel read whole vectors at the very end of the memory', () => {
    const engine = createEngine({ modules });
    const inner = 64;
    const [c, b] = [engine.allocateReals(8), engine.allocateReals(8 * inner)];
    engine.realsAt(b, 8 * inner).fill(1);
    const room = engine.bytes.length - Math.ceil(engine.mark() / 64) * 64;
    const a = engine.allocateReals(room / 4) + room - 4 * inner;
    engine.realsAt(a, inner).fill(1);
    const shape = { rows: 1, columns: 8, inner, aStride: 1, bStride: 8, cStride: 8 };
    engine.call(...gemm({ a, b, c, transposeA: true, ...shape }));
    expect(Array.from(engine.realsAt(c, 8))).toEqual(new Array(8).fill(inner));
  });

  it('gives the memory of tasks that take turns back when the last of them is done', () => {
    const engine = createEngine({ modules });
    const start = engine.mark();
    const closeFirst = engine.frame();
    engine.allocate(1024);
    const closeSecond = engine.frame();
    const second = engine.allocate(1024);
    closeFirst();
    expect(engine.allocate(64)).toBeGreaterThanOrEqual(second + 1024);
    closeSecond();
    expect(engine.mark()).toBe(start);
    closeSecond();
    expect(engine.mark()).toBe(start);
  });

  it('gives the memory of a task within another one back at once', () => {
    const engine = createEngine({ modules });
    const closeOuter = engine.frame();
    engine.allocate(1024);
    const inner = engine.mark();
    const closeInner = engine.frame();
    engine.allocate(1024);
    closeInner();
    expect(engine.mark()).toBe(inner);
    closeOuter();
  });

  it('refuses a backend or a precision that it does not know', () => {
    const options: object[] = [{ backend: 'gpu' }, { precision: 'float16' }];
    expect(() => createEngine({ modules, ...options[0] })).toThrow(
      "backend must be 'auto', 'simd' or 'scalar', got gpu",
    );
    expect(() => createEngine({ modules, ...options[1] })).toThrow(
      "precision must be 'float32' or 'float64', got float16",
    );
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
