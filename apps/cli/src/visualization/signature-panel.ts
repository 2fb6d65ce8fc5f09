import {
  type Grid,
  heatMap,
  heatScale,
  label,
  type Markup,
  type MarkupValue,
  strongest,
  svg,
} from '@sig/heads/plots';
import type { FeatureGroup } from '@sig/image-paths';
import { DOTS, inlineImage } from '../pictures/inline-image.js';
import type { Panel } from './panel.js';
import type { PickedLine } from './picked-lines.js';
import { scaleText } from './scale-text.js';

/** Streams that stand below one another: all rows, or all columns. */
export interface StreamBlock {
  readonly direction: 'rows' | 'columns';
  readonly start: number;
  readonly count: number;
}

export interface SignaturePanelOptions {
  readonly width: number;
  readonly groups: readonly FeatureGroup[];
  readonly blocks: readonly StreamBlock[];
  /** Named at their streams. */
  readonly lines: readonly PickedLine[];
}

const GUTTER = 78;
const HEAD = 50;
const GAP = 10;
/** Between rows and columns. */
const BLOCK_GAP = 14;
/** Of a level, so that its name has room. */
const NARROWEST = 58;
/** Of a word that is named. */
const NAMED = 17;
const TALL = { one: 320, two: 220 };

/** Streams × words as a heat map, the levels apart, each with a scale of its own. */
export async function signaturePanel(
  features: Grid,
  { width, groups, blocks, lines }: SignaturePanelOptions,
): Promise<Panel> {
  const tall = blocks.length > 1 ? TALL.two : TALL.one;
  const widths = groupWidths(groups, width - GUTTER);
  const drawn: MarkupValue[] = [];
  let x = GUTTER;
  for (const [at, group] of groups.entries()) {
    const wide = widths[at];
    const scale = heatScale(part(features, group, { start: 0, count: features.height }));
    drawn.push(heading(group, x, wide, scale));
    for (const [place, block] of blocks.entries()) {
      const y = HEAD + place * (tall + BLOCK_GAP);
      const most = { width: DOTS * wide, height: DOTS * tall };
      const shown = strongest(part(features, group, block), most);
      drawn.push(
        svg`<g data-group="${group.name}" data-streams="${block.direction}" data-scale="${String(scale)}">${await inlineImage(heatMap(shown, scale), { x, y, width: wide, height: tall })}</g>`,
        svg`<rect class="faint" x="${x}" y="${y}" width="${wide}" height="${tall}" fill="none" stroke="currentColor"/>`,
      );
    }
    x += wide + GAP;
  }
  const names = blocks.map((block, place) =>
    streamNames(block, lines, HEAD + place * (tall + BLOCK_GAP), tall),
  );
  const height = HEAD + blocks.length * (tall + BLOCK_GAP) - BLOCK_GAP;
  return { width: x - GAP, height, content: [names, drawn] };
}

function heading(
  { name, names, count }: FeatureGroup,
  x: number,
  wide: number,
  scale: number,
): Markup {
  const words = names?.map((word, at) =>
    label(x + ((at + 0.5) * wide) / count, HEAD - 6, word, { anchor: 'middle', size: 10 }),
  );
  return svg`${label(x, 12, name, { bold: true })}${label(x, 27, scaleText(scale), { colour: 'muted', size: 11 })}${words}`;
}

function streamNames(
  { direction, count }: StreamBlock,
  lines: readonly PickedLine[],
  top: number,
  tall: number,
): MarkupValue {
  return [
    label(0, top + 11, direction, { bold: true }),
    lines
      .filter((line) => line.direction === direction)
      .map(({ at, name }) => {
        const y = top + ((at + 0.5) * tall) / count;
        return [
          label(GUTTER - 10, y + 4, name, { anchor: 'end', size: 11 }),
          svg`<path class="text" d="M${GUTTER - 6},${y}h5" stroke="currentColor"/>`,
        ];
      }),
  ];
}

/** Named words as wide as their names, the others in what is left, by their number. */
function groupWidths(groups: readonly FeatureGroup[], width: number): number[] {
  const named = groups.map(({ names, count }) => names && Math.max(NARROWEST, NAMED * count));
  const taken = named.reduce<number>((sum, wide) => sum + (wide ?? 0), GAP * (groups.length - 1));
  const rest = groups.reduce((sum, { names, count }) => sum + (names ? 0 : count), 0);
  return groups.map(
    ({ count }, at) =>
      named[at] ?? Math.max(NARROWEST, Math.floor(((width - taken) * count) / rest)),
  );
}

function part(
  { width, values }: Grid,
  { start, count }: FeatureGroup,
  streams: { readonly start: number; readonly count: number },
): Grid {
  const taken = new Float64Array(count * streams.count);
  for (let row = 0; row < streams.count; row++) {
    for (let at = 0; at < count; at++) {
      taken[row * count + at] = values[(streams.start + row) * width + start + at];
    }
  }
  return { width: count, height: streams.count, values: taken };
}
