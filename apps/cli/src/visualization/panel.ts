import { type Markup, type MarkupValue, svg } from '@sig/heads/plots';

/** A part of a picture, drawn from 0, 0 on. */
export interface Panel {
  readonly width: number;
  readonly height: number;
  readonly content: MarkupValue;
}

/** A panel at a place. */
export function placed({ content }: Panel, x: number, y: number): Markup {
  return svg`<g transform="translate(${x} ${y})">${content}</g>`;
}
