import { join, parse } from 'node:path';
import { UsageError } from '../errors.js';
import { checkWritable } from '../files/check-writable.js';
import { isSameFile } from '../files/is-same-file.js';
import type { TrainOptions } from '../options/train-options.js';

/** Where the report of a training goes: where it was asked for, else beside the model. */
export function reportPlace(
  { out, log, report: wanted }: Pick<TrainOptions, 'out' | 'log' | 'report'>,
  checkpoint: string,
): string | undefined {
  if (wanted === false) return undefined;
  const { dir, name } = parse(out);
  const report = wanted ?? join(dir, `${name}.report.html`);
  checkReport(report, [out, checkpoint, ...(log === undefined ? [] : [log])]);
  return report;
}

/** Refuses a place where no report can be written, before any work is done. */
export function checkReport(report: string, taken: readonly string[]): void {
  if (taken.some((file) => isSameFile(file, report))) {
    throw new UsageError(`--report must be a file of its own, got ${report}`);
  }
  checkWritable(report);
}
