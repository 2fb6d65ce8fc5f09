import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.js';
import { linearModule } from '../../src/linear/index.js';

describe('linearModule', () => {
  it('exports every kernel that it names and has a twin for each', () => {
    const exported = WebAssembly.Module.exports(
      new WebAssembly.Module(linearModule.wasm() as BufferSource),
    );
    const functions = exported.filter(({ kind }) => kind === 'function').map(({ name }) => name);
    expect(functions.sort()).toEqual([...linearModule.kernels].sort());
    const twins = linearModule.scalar(createEngine({ modules: [] }));
    expect(Object.keys(twins).sort()).toEqual([...linearModule.kernels].sort());
  });

  it('stays below 23 KiB compiled', () => {
    expect(linearModule.wasm().length).toBeLessThan(23 * 1024);
  });
});
