import type { SkippedFile } from '@sig/image-paths/node';
import { formatCount } from './format.js';
import { visibleText } from './visible-text.js';

/** Files that are named before the rest is only counted. */
const NAMED = 5;

/** 1 file, 8 files */
export function formatFiles(count: number): string {
  return `${formatCount(count)} file${count === 1 ? '' : 's'}`;
}

/** What is said about files that were left out; no lines where there are none. */
export function describeSkipped(skipped: readonly SkippedFile[]): string[] {
  if (skipped.length === 0) return [];
  const lines = skipped
    .slice(0, NAMED)
    .map(({ file, reason }) => `  ${visibleText(`${file} ${reason}`)}`);
  if (skipped.length > NAMED) lines.push(`  and ${skipped.length - NAMED} more`);
  return [`skipped ${formatFiles(skipped.length)}:`, ...lines];
}
