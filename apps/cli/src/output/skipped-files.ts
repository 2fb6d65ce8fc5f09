import type { SkippedFile } from '@sig/image-paths/node';
import { visibleText } from './visible-text.js';

/** Files that are named before the rest is only counted. */
const NAMED = 5;

/** What is said about files that were left out; no lines where there are none. */
export function describeSkipped(skipped: readonly SkippedFile[]): string[] {
  if (skipped.length === 0) return [];
  const lines = skipped
    .slice(0, NAMED)
    .map(({ file, reason }) => `  ${visibleText(`${file} ${reason}`)}`);
  if (skipped.length > NAMED) lines.push(`  and ${skipped.length - NAMED} more`);
  return [`skipped ${skipped.length} file${skipped.length === 1 ? '' : 's'}:`, ...lines];
}
