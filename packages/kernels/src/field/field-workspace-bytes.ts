import { wordCount } from '../signature/word-count.js';
import type { FieldWindows } from './field-windows.js';

const VECTOR_BYTES = 16;

/**
 * Bytes of workspace that `fieldBytes` needs: give it to `Engine.reserveWorkspace`.
 *
 * @example
 * engine.reserveWorkspace(fieldWorkspaceBytes({ height: 64, width: 64, channels: 3, window: 8, stride: 4, depth: 2 }));
 */
export function fieldWorkspaceBytes(windows: FieldWindows): number {
  const { height, width, channels, window, stride, depth, time = false } = windows;
  const letters = channels + +time;
  // Windows that a line can lie in at the same time.
  const open = Math.floor((window - 1) / stride) + 1;
  const lines =
    depth === 2
      ? Math.max(areaBytes(height, width, letters, open), areaBytes(width, height, letters, open))
      : laneBytes(letters, depth, window, open);
  return Math.max(lines, momentBytes(width, channels, open));
}

/** At depth 2: planes, running areas, those of open windows, and the words of every line. */
function areaBytes(steps: number, lines: number, letters: number, open: number): number {
  const padded = (lines + 3) & ~3;
  const areas = ((letters * (letters - 1)) / 2) * padded * 4;
  const words = wordCount(letters, 2) * (padded * 4 + VECTOR_BYTES);
  return steps * letters * padded * 2 + VECTOR_BYTES + (1 + open) * areas + words;
}

/** At other depths: state, points, increments, the scratch of a step, the sums of open windows. */
function laneBytes(letters: number, depth: number, window: number, open: number): number {
  const scratch = depth * letters + letters ** (depth - 1);
  return VECTOR_BYTES * ((1 + open) * wordCount(letters, depth) + window * letters + scratch);
}

/** Running sums and squares, those of open windows, those of one band with room for a pixel. */
function momentBytes(width: number, channels: number, open: number): number {
  const values = (width * channels + 7) & ~7;
  return 4 * ((2 + open) * 2 * values + 2 * (channels + 3));
}
