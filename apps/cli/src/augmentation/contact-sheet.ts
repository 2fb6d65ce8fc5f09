import { label, type Markup, picture, shorten } from '@sig/heads/plots';
import { visibleText } from '../output/visible-text.js';
import { inlineImage } from '../pictures/inline-image.js';
import type { SheetRow } from './sheet-rows.js';

/** The longest side of a picture on the sheet; smaller ones grow to it in whole steps. */
const PICTURE = 128;
const GAP = 8;
const MARGIN = 28;
const HEADER = 64;
const LABELS = 140;

export interface ContactSheetOptions {
  readonly title: string;
  readonly subtitle: string;
}

/** Rows of pictures with their names as one SVG, the pictures inside it as PNG. */
export async function contactSheet(
  rows: readonly SheetRow[],
  { title, subtitle }: ContactSheetOptions,
): Promise<string> {
  const [{ width, height }] = rows[0].pictures;
  const scale = PICTURE / Math.max(width, height);
  const shown = {
    width: Math.max(1, Math.round(width * (scale > 1 ? Math.floor(scale) : scale))),
    height: Math.max(1, Math.round(height * (scale > 1 ? Math.floor(scale) : scale))),
  };
  const columns = Math.max(...rows.map(({ pictures }) => pictures.length));
  const across = 2 * MARGIN + LABELS + columns * (shown.width + GAP) - GAP;
  const down = 2 * MARGIN + HEADER + rows.length * (shown.height + GAP) - GAP;
  const drawn: Markup[] = [];
  for (const [row, { name, detail, pictures }] of rows.entries()) {
    const top = MARGIN + HEADER + row * (shown.height + GAP);
    const middle = top + shown.height / 2;
    drawn.push(
      label(MARGIN, middle - 2, visibleText(name), { size: 14, bold: true }),
      label(MARGIN, middle + 16, visibleText(detail), { colour: 'muted' }),
    );
    for (const [column, image] of pictures.entries()) {
      const x = MARGIN + LABELS + column * (shown.width + GAP);
      drawn.push(await inlineImage(image, { x, y: top, ...shown }));
    }
  }
  return picture(
    { width: across, height: down, description: `augmentations of ${visibleText(title)}` },
    label(
      MARGIN,
      MARGIN + 20,
      shorten(visibleText(title), Math.floor((across - 2 * MARGIN) / 13)),
      { size: 20, bold: true },
    ),
    label(MARGIN, MARGIN + 42, visibleText(subtitle), { size: 13, colour: 'muted' }),
    drawn,
  );
}
