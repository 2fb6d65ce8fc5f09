import { type Markup, svg } from './markup.js';
import { picture } from './picture.js';
import { label, shorten, textWidth } from './text.js';

export interface ConfusionPlotOptions {
  /** Pixels of a cell (34 for up to 12 classes, less for more). */
  readonly cell?: number;
}

/** With more, neither cells nor names could be told apart. */
const MOST_CLASSES = 100;

/**
 * A confusion matrix [actual][predicted] as a heat map, an SVG document: what is right in one colour,
 * what is wrong in another, the stronger the larger its share of the row (by its square root, so that
 * rare mistakes are seen). Each cell names itself to who points at it.
 *
 * @throws RangeError for no classes, more than 100, or a matrix of another size.
 *
 * @example
 * const svg = confusionPlot(confusion, ['cat', 'dog']);
 */
export function confusionPlot(
  confusion: readonly (readonly number[])[],
  classes: readonly string[],
  options: ConfusionPlotOptions = {},
): string {
  const count = classes.length;
  if (count < 1 || count > MOST_CLASSES) {
    throw new RangeError(`a confusion plot takes 1 to ${MOST_CLASSES} classes, got ${count}`);
  }
  if (confusion.length !== count || confusion.some((row) => row.length !== count)) {
    throw new RangeError(`confusion must be ${count} × ${count} for ${count} classes`);
  }
  const { cell = count <= 12 ? 34 : Math.max(8, Math.round(420 / count)) } = options;
  const size = Math.min(12, Math.max(7, cell - 2));
  const names = classes.map((name) => shorten(name, 16));
  const room = Math.max(...names.map((name) => textWidth(name, size))) + 10;
  const [left, top] = [room, room * 0.75 + 22];
  const rows = confusion.map((row, actual) => {
    const total = row.reduce((sum, samples) => sum + samples, 0);
    return row.map((samples, predicted) =>
      drawCell({
        x: left + predicted * cell,
        y: top + actual * cell,
        cell,
        samples,
        share: total === 0 ? 0 : samples / total,
        right: actual === predicted,
        words: `actual ${classes[actual]}, predicted ${classes[predicted]}`,
      }),
    );
  });
  const side = count * cell;
  // The last name leans out to the right.
  const width = left + side + Math.max(8, room * 0.75 - cell / 2);
  return picture(
    { width, height: top + side + 8, description: `confusion matrix of ${count} classes` },
    label(0, 12, 'actual ↓  predicted →', { colour: 'muted', size: 11 }),
    names.map((name, at) => label(left + (at + 0.6) * cell, top - 6, name, { turn: -48, size })),
    names.map((name, at) =>
      label(left - 6, top + (at + 0.5) * cell + size / 3, name, { anchor: 'end', size }),
    ),
    rows,
  );
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly samples: number;
  /** Of the row. */
  readonly share: number;
  readonly right: boolean;
  readonly words: string;
}

function drawCell({ x, y, cell, samples, share, right, words }: Cell): Markup {
  const strength = Math.sqrt(share);
  const colour = right ? 'blue' : 'orange';
  const inside = cell - 1;
  const size = Math.min(12, (1.6 * cell) / Math.max(3, String(samples).length));
  const text =
    cell >= 16 &&
    label(x + inside / 2, y + inside / 2 + size / 3, String(samples), {
      anchor: 'middle',
      size,
      colour: strength > 0.6 ? 'ground' : samples === 0 ? 'muted' : 'text',
    });
  return svg`<g><title>${`${words}: ${samples} (${(100 * share).toFixed(1)} %)`}</title><rect class="faint" x="${x}" y="${y}" width="${inside}" height="${inside}" fill="currentColor" fill-opacity="0.35"/><rect class="${colour}" x="${x}" y="${y}" width="${inside}" height="${inside}" fill="currentColor" fill-opacity="${strength}"/>${text}</g>`;
}
