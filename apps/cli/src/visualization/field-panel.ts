import {
  type Grid,
  heatMap,
  heatScale,
  label,
  type MarkupValue,
  strongest,
  svg,
} from '@sig/heads/plots';
import type { FeatureGroup } from '@sig/image-paths';
import { inlineImage } from '../pictures/inline-image.js';
import type { Panel } from './panel.js';
import { scaleTitle } from './scale-title.js';

/** A field: [windows down, windows across, channels]. */
export interface Field {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

const GAP = 6;
const GROUP_GAP = 22;
const HEAD = 20;
const NAME = 14;

export interface FieldPanelOptions {
  readonly width: number;
  readonly groups: readonly FeatureGroup[];
  /** Pixels of the longer side of a map (66). */
  readonly side?: number;
}

/** A map of the windows for each channel that has a name, those of a group under one scale. */
export async function fieldPanel(
  { shape: [down, across, channels], values }: Field,
  { width, groups, side = 66 }: FieldPanelOptions,
): Promise<Panel> {
  const scale = side / Math.max(down, across);
  const [wide, tall] = [across * scale, down * scale];
  const most = Math.max(1, Math.floor((width + GAP) / (wide + GAP)));
  const drawn: MarkupValue[] = [];
  let [x, y, line] = [0, 0, 0];
  for (const { name, names, start, count } of groups) {
    if (names === undefined) continue;
    const columns = Math.min(count, most);
    const reach = Math.max(columns * (wide + GAP) - GAP, 7.5 * (name.length + 10));
    if (x > 0 && x + reach > width) {
      x = 0;
      y += line;
      line = 0;
    }
    const maps = Array.from({ length: count }, (_, at): Grid => {
      const map = new Float64Array(down * across);
      for (let place = 0; place < map.length; place++) {
        map[place] = values[place * channels + start + at];
      }
      return { width: across, height: down, values: map };
    });
    const full = heatScale({
      width: across,
      height: down * count,
      values: maps.flatMap((map) => Array.from(map.values)),
    });
    drawn.push(scaleTitle(name, full, x, y));
    for (const [at, map] of maps.entries()) {
      const left = x + (at % columns) * (wide + GAP);
      const top = y + HEAD + Math.floor(at / columns) * (tall + NAME + GAP);
      const shown = strongest(map, { width: 2 * wide, height: 2 * tall });
      drawn.push(
        svg`<g data-group="${name}" data-word="${names[at]}" data-scale="${String(full)}">${await inlineImage(heatMap(shown, full), { x: left, y: top, width: wide, height: tall })}</g>`,
        svg`<rect class="faint" x="${left}" y="${top}" width="${wide}" height="${tall}" fill="none" stroke="currentColor"/>`,
        label(left + wide / 2, top + tall + 12, names[at], { anchor: 'middle', size: 10 }),
      );
    }
    line = Math.max(line, HEAD + Math.ceil(count / columns) * (tall + NAME + GAP) + 12);
    x += reach + GROUP_GAP;
  }
  return { width, height: y + line - 12, content: drawn };
}
