import { type Markup, svg } from '@sig/heads/plots';
import type { Image } from '@sig/image-paths';
import type Sharp from 'sharp';
import { visibleText } from '../output/visible-text.js';
import type { SheetRow } from './sheet-rows.js';

/** The longest side of a picture on the sheet; smaller ones grow to it in whole steps. */
const PICTURE = 128;
const GAP = 8;
const MARGIN = 28;
const HEADER = 64;
const LABELS = 140;
const FAMILY = "'DejaVu Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

export interface ContactSheetOptions {
  readonly title: string;
  readonly subtitle: string;
}

/** Rows of pictures with their names as one SVG, the pictures inside it as PNG. */
export async function contactSheet(
  rows: readonly SheetRow[],
  { title, subtitle }: ContactSheetOptions,
): Promise<string> {
  const { default: sharp } = await import('sharp');
  const [{ width, height }] = rows[0].pictures;
  const scale = PICTURE / Math.max(width, height);
  const shown = {
    width: Math.max(1, Math.round(width * (scale > 1 ? Math.floor(scale) : scale))),
    height: Math.max(1, Math.round(height * (scale > 1 ? Math.floor(scale) : scale))),
  };
  const columns = Math.max(...rows.map(({ pictures }) => pictures.length));
  const across = 2 * MARGIN + LABELS + columns * (shown.width + GAP) - GAP;
  const down = 2 * MARGIN + HEADER + rows.length * (shown.height + GAP) - GAP;
  const content: Markup[] = [
    text(title, { x: MARGIN, y: MARGIN + 20, size: 20, weight: 'bold', colour: '#111827' }),
    text(subtitle, { x: MARGIN, y: MARGIN + 42, size: 13, colour: '#6b7280' }),
  ];
  for (const [row, { name, detail, pictures }] of rows.entries()) {
    const top = MARGIN + HEADER + row * (shown.height + GAP);
    const middle = top + shown.height / 2;
    content.push(
      text(name, { x: MARGIN, y: middle - 2, size: 14, weight: 'bold', colour: '#111827' }),
      text(detail, { x: MARGIN, y: middle + 16, size: 12, colour: '#6b7280' }),
    );
    for (const [column, picture] of pictures.entries()) {
      const left = MARGIN + LABELS + column * (shown.width + GAP);
      const png = await pngOf(sharp, picture, shown);
      content.push(
        svg`<image x="${left}" y="${top}" width="${shown.width}" height="${shown.height}" href="data:image/png;base64,${png.toString('base64')}"/>\n`,
      );
    }
  }
  return svg`<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}" viewBox="0 0 ${across} ${down}" font-family="${FAMILY}">
<rect width="${across}" height="${down}" fill="#ffffff"/>
${content}</svg>
`.markup;
}

interface TextOptions {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: 'normal' | 'bold';
  readonly colour: string;
}

function text(words: string, { x, y, size, weight = 'normal', colour }: TextOptions): Markup {
  return svg`<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${visibleText(words)}</text>\n`;
}

/** One picture at the size of the sheet: enlarged, its pixels can be seen. */
function pngOf(
  sharp: typeof Sharp,
  { data, width, height, channels }: Image,
  shown: { readonly width: number; readonly height: number },
): Promise<Buffer> {
  const kernel = shown.width >= width ? 'nearest' : 'lanczos3';
  return sharp(data, { raw: { width, height, channels } })
    .resize({ ...shown, kernel, fit: 'fill' })
    .png()
    .toBuffer();
}
