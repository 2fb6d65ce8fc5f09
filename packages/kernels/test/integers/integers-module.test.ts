import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.js';
import { integersModule } from '../../src/integers/index.js';

describe('integersModule', () => {
  it('exports every kernel that it names and has a twin for each', () => {
    const module = new WebAssembly.Module(integersModule.wasm() as BufferSource);
    const exported = WebAssembly.Module.exports(module);
    const functions = exported.filter(({ kind }) => kind === 'function').map(({ name }) => name);
    expect(functions.sort()).toEqual([...integersModule.kernels].sort());
    const twins = integersModule.scalar(createEngine({ modules: [] }));
    expect(Object.keys(twins).sort()).toEqual([...integersModule.kernels].sort());
  });

  it('stays below 3 KiB compiled', () => {
    expect(integersModule.wasm().length).toBeLessThan(3 * 1024);
  });
});
