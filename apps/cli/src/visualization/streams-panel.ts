import { label, type MarkupValue, type PlotColour, type Point, svg, trace } from '@sig/heads/plots';
import type { Panel } from './panel.js';
import type { PickedLine } from './picked-lines.js';

/** Colours of the channels of a path, by their names. */
const COLOURS: Readonly<Record<string, PlotColour>> = {
  red: 'red',
  green: 'green',
  blue: 'blue',
  grey: 'text',
  time: 'muted',
};

export interface StreamsPanelOptions {
  readonly width: number;
  readonly height: number;
  /** Names of the channels. */
  readonly channels: readonly string[];
  /** Every path starts at the origin, a point before its first pixel. */
  readonly basepoint: boolean;
}

/** The channels of each line over the position on it, from 0 to 1. */
export function streamsPanel(
  lines: readonly PickedLine[],
  { width, height, channels, basepoint }: StreamsPanelOptions,
): Panel {
  const LEFT = 14;
  const TITLE = 20;
  const FOOT = 18;
  const room = (height - FOOT - TITLE) / lines.length;
  const tall = room - 26;
  const wide = width - LEFT;
  let from = LEFT;
  const legend = channels.map((name) => {
    const text = label(from, 9, name, { colour: COLOURS[name], bold: true });
    from += 8 * name.length + 12;
    return text;
  });
  const strips = lines.map(({ name, points }, strip): MarkupValue => {
    const top = TITLE + strip * room + 18;
    const step = points.length > 1 ? wide / (points.length - 1) : 0;
    const marks = [0, 1].map((value) => {
      const y = top + tall * (1 - value);
      return [
        svg`<path class="faint" d="M${LEFT},${y}h${wide}" stroke="currentColor"/>`,
        label(LEFT - 5, y + 4, String(value), { anchor: 'end', colour: 'muted', size: 10 }),
      ];
    });
    const drawn = channels.map((channel, at) => {
      const d = trace(
        points.map((point, t): Point => [LEFT + t * step, top + tall * (1 - point[at])]),
      );
      return svg`<path class="${COLOURS[channel]}" data-line="${name}" data-channel="${channel}" d="${d}" fill="none" stroke="currentColor" stroke-width="${channel === 'time' ? 1 : 1.4}" stroke-linejoin="round"/>`;
    });
    return [label(LEFT, top - 6, name, { size: 11 }), marks, drawn];
  });
  const first = basepoint ? 'origin' : 'first pixel';
  const muted = { colour: 'muted', size: 10 } as const;
  return {
    width,
    height,
    content: [
      legend,
      strips,
      label(LEFT, height - 6, first, muted),
      label(width, height - 6, 'last pixel', { ...muted, anchor: 'end' }),
    ],
  };
}
