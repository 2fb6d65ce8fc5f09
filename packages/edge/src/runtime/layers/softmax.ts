import { type Build, channelsOf, output, sizeOf } from './build.js';

/** The softmax over the last axis. */
export function softmax(build: Build): void {
  const from = build.at;
  const columns = channelsOf(build);
  const size = sizeOf(build.shape);
  const out = output(build, build.shape);
  build.plan.steps.push(() => (memory) => {
    memory.copyWithin(out.at >> 2, from.at >> 2, (from.at >> 2) + size);
    softmaxRows(memory, out.at >> 2, size / columns, columns, 1);
  });
}

/** Each row becomes the softmax of scale · row. */
export function softmaxRows(
  memory: Float32Array,
  start: number,
  rows: number,
  columns: number,
  scale: number,
): void {
  for (let at = start; at < start + rows * columns; at += columns) {
    let peak = -Infinity;
    for (let k = at; k < at + columns; k++) peak = Math.max(peak, memory[k]);
    let sum = 0;
    for (let k = at; k < at + columns; k++) {
      memory[k] = Math.exp((memory[k] - peak) * scale);
      sum += memory[k];
    }
    for (let k = at; k < at + columns; k++) memory[k] /= sum;
  }
}
