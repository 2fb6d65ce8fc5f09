import { label, type Markup, picture, shorten, svg } from '@sig/heads/plots';

/** An image that left at an exit. */
export interface ExitExample {
  /** A data URI of an image, `data:image/…`. */
  readonly href: string;
  /** Such as the class that was named. */
  readonly caption?: string;
  /** Whether the answer was right, where that is known. */
  readonly correct?: boolean;
}

/** One exit of a cascade. */
export interface ExitRow {
  readonly name: string;
  /** Of all images. */
  readonly share: number;
  /** Of those that left here; left out or NaN where it is not known. */
  readonly accuracy?: number;
  readonly examples?: readonly ExitExample[];
}

export interface ExitsPlotOptions {
  readonly title?: string;
  /** Pixels along a side of an example (56). */
  readonly side?: number;
}

/**
 * Exits of a cascade as an SVG document: the share of images that leave at each, and some of those images,
 * framed by whether the answer was right.
 *
 * @throws RangeError for a share outside 0 to 1, or an example that is no data URI of an image.
 *
 * @example
 * const rows = evaluation.exits.map((exit) => ({ ...exit, examples: examplesOf(exit.name) }));
 * writeFileSync('exits.svg', exitsPlot(rows));
 */
export function exitsPlot(
  rows: readonly ExitRow[],
  { title = 'where images leave', side = 56 }: ExitsPlotOptions = {},
): string {
  const most = Math.max(0, ...rows.map(({ examples = [] }) => examples.length));
  const width = Math.max(340, most * (side + 8) + 8);
  const bar = width - 16;
  let top = 30;
  const drawn = rows.map(({ name, share, accuracy, examples = [] }): Markup => {
    if (!(share >= 0 && share <= 1)) {
      throw new RangeError(`a share must be a number from 0 to 1, got ${share} for ${name}`);
    }
    const known = accuracy !== undefined && !Number.isNaN(accuracy);
    const figures = `${(100 * share).toFixed(1)} %${known ? `, right ${(100 * accuracy).toFixed(1)} %` : ''}`;
    const at = top;
    top += 36 + (examples.length > 0 ? side + 24 : 0);
    return svg`${label(8, at + 12, shorten(name, 30), { bold: true })}${label(width - 8, at + 12, figures, { anchor: 'end', colour: 'muted' })}<rect class="faint" x="8" y="${at + 18}" width="${bar}" height="8" fill="currentColor"/><rect class="blue" x="8" y="${at + 18}" width="${bar * share}" height="8" fill="currentColor"/>${examples.map((example, place) => drawExample(example, 8 + place * (side + 8), at + 34, side))}`;
  });
  return picture(
    { width, height: top + 4, description: title },
    label(8, 16, title, { bold: true }),
    drawn,
  );
}

function drawExample(
  { href, caption, correct }: ExitExample,
  x: number,
  y: number,
  side: number,
): Markup {
  if (!/^data:image\/[a-z+.-]+[;,]/.test(href)) {
    throw new RangeError(
      `an example must be a data URI of an image, got ${JSON.stringify(href.slice(0, 30))}`,
    );
  }
  const frame =
    correct !== undefined &&
    svg`<rect class="${correct ? 'green' : 'red'}" x="${x}" y="${y}" width="${side}" height="${side}" fill="none" stroke="currentColor" stroke-width="2"/>`;
  const words =
    caption !== undefined &&
    label(x, y + side + 12, shorten(caption, Math.floor(side / 6)), { size: 9, colour: 'muted' });
  return svg`<image x="${x}" y="${y}" width="${side}" height="${side}" href="${href}"/>${frame}${words}`;
}
