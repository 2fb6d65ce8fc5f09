import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Linux counts the energy of processors (RAPL). */
export const POWERCAP = '/sys/class/powercap';

/**
 * A meter of the energy that the processors have used since it was opened, in joules, cores that rest
 * included; undefined where none can be read, as where only root may.
 */
export function openEnergyMeter(folder = POWERCAP): (() => number) | undefined {
  try {
    const counters = readdirSync(folder)
      // A part of a processor has two numbers, intel-rapl:0:1, and is counted in the whole.
      .filter((name) => /^[a-z-]+:\d+$/.test(name))
      .map((name) => join(folder, name))
      .filter((zone) => readFileSync(join(zone, 'name'), 'utf8').startsWith('package'))
      .map(openCounter);
    if (counters.length === 0) return undefined;
    return () => counters.reduce((sum, read) => sum + read(), 0) / 1e6;
  } catch {
    return undefined;
  }
}

/** Microjoules since it was opened; the file begins at 0 again after its range. */
function openCounter(zone: string): () => number {
  const range = readNumber(join(zone, 'max_energy_range_uj'));
  let before = readNumber(join(zone, 'energy_uj'));
  let used = 0;
  return () => {
    const now = readNumber(join(zone, 'energy_uj'));
    used += now < before ? now + range - before : now - before;
    before = now;
    return used;
  };
}

function readNumber(file: string): number {
  const text = readFileSync(file, 'utf8').trim();
  if (!/^\d+$/.test(text)) throw new Error(`${file} must hold a number, got ${text}`);
  return Number(text);
}
