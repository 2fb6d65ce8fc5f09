import { type LoadedMobileNet, loadMobileNet, type OnnxRuntime } from '@sig/edge/measure';

/** A network of others in a runtime of others. */
export interface Baseline {
  /** The package it runs in. */
  readonly runtime: string;
  readonly network: LoadedMobileNet;
}

interface RuntimePackage {
  readonly name: string;
  readonly provider: 'cpu' | 'wasm';
  readonly load: () => Promise<OnnxRuntime>;
}

const packages: readonly RuntimePackage[] = [
  { name: 'onnxruntime-node', provider: 'cpu', load: () => import('onnxruntime-node') },
  {
    name: 'onnxruntime-web',
    provider: 'wasm',
    async load() {
      const runtime = await import('onnxruntime-web');
      runtime.env.wasm.numThreads = 1;
      return runtime;
    },
  },
];

/** The full network, and the smallest one that is published with weights. */
const sizes = [
  { alpha: 1, size: 224 },
  { alpha: 0.35, size: 96 },
];

/** The baselines that can be loaded here, and the packages of those that cannot. */
export interface Baselines {
  readonly loaded: readonly Baseline[];
  readonly missing: readonly string[];
}

/** Loads MobileNetV2 in two sizes in each onnxruntime that is installed. */
export async function loadBaselines(): Promise<Baselines> {
  const loaded: Baseline[] = [];
  const missing: string[] = [];
  for (const { name, provider, load } of packages) {
    const runtime = await load().catch(() => undefined);
    if (runtime === undefined) missing.push(name);
    else {
      for (const size of sizes) {
        loaded.push({
          runtime: name,
          network: await loadMobileNet(runtime, { ...size, provider }),
        });
      }
    }
  }
  return { loaded, missing };
}
