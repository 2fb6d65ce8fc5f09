import { type Markup, svg } from './markup.js';
import type { PlotColour } from './picture.js';

/** Pixels that a text takes in a wide font, about: no font can be asked here. */
export function textWidth(text: string, size = 12): number {
  let width = 0;
  // Ideographs are as wide as they are high.
  for (const character of text) width += (character > '\u2e7f' ? 1 : 0.65) * size;
  return width;
}

/** A text cut to some characters. */
export function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

export interface LabelOptions {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly colour?: PlotColour | 'ground';
  readonly size?: number;
  readonly bold?: boolean;
  /** Degrees, clockwise, around the place. */
  readonly turn?: number;
}

/** A text at a place. */
export function label(x: number, y: number, text: string, options: LabelOptions = {}): Markup {
  const { anchor = 'start', colour = 'text', size = 12, bold = false, turn = 0 } = options;
  return svg`<text class="${colour}" x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="currentColor"${bold && svg` font-weight="600"`}${turn !== 0 && svg` transform="rotate(${turn} ${x} ${y})"`}>${text}</text>`;
}
