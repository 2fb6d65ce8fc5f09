import { arch, cpus, platform } from 'node:os';

/** The machine and the versions that a time was measured with: `AMD EPYC, 2 threads, Node 20.20.2, …`. */
export function machineName(threads: number): string {
  const { node, v8 } = process.versions;
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${model} (${cpus().length} cores), ${threads} threads, Node ${node} (V8 ${v8}), ${platform()} ${arch()}`;
}
