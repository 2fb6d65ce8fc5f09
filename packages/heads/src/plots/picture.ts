import { type Markup, type MarkupValue, svg } from './markup.js';

/** Colours by what they stand for; each has a shade for light and one for dark surroundings. */
export type PlotColour =
  | 'blue'
  | 'orange'
  | 'green'
  | 'red'
  | 'purple'
  | 'text'
  | 'muted'
  | 'faint';

const LIGHT: Readonly<Record<PlotColour | 'ground', string>> = {
  blue: '#1668c1',
  orange: '#c9510c',
  green: '#1a7f4b',
  red: '#c62f3b',
  purple: '#7d4fc4',
  text: '#1f2328',
  muted: '#646c76',
  faint: '#dfe3e8',
  ground: '#ffffff',
};

const DARK: typeof LIGHT = {
  blue: '#5ca8f5',
  orange: '#f08b4b',
  green: '#4fbf86',
  red: '#f2777f',
  purple: '#b392f0',
  text: '#e6e9ed',
  muted: '#98a1ab',
  faint: '#343a42',
  ground: '#14171b',
};

const rules = (shades: typeof LIGHT): string =>
  Object.entries(shades)
    .map(([name, shade]) => `.sig-plot .${name}{color:${shade}}`)
    .join('');

/** The colours of every picture; elements paint with `currentColor`. */
const STYLE = `.sig-plot text{font-family:system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif}${rules(LIGHT)}@media (prefers-color-scheme:dark){${rules(DARK)}}`;

export interface PictureOptions {
  readonly width: number;
  readonly height: number;
  /** For those who cannot see it. */
  readonly description: string;
}

/**
 * A whole SVG document around some content, with its ground and its colours; inline in a page it takes
 * the page's light or dark.
 */
export function picture(
  { width, height, description }: PictureOptions,
  ...content: readonly MarkupValue[]
): string {
  const style: Markup = { markup: `<style>${STYLE}</style>` };
  return svg`<svg xmlns="http://www.w3.org/2000/svg" class="sig-plot" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${description}" font-size="12">${style}<rect class="ground" width="${width}" height="${height}" fill="currentColor"/>${content}</svg>`
    .markup;
}
