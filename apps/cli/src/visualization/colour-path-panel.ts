import { label, type Point, svg, trace } from '@sig/heads/plots';
import type { Panel } from './panel.js';
import type { PickedLine } from './picked-lines.js';

/** One line as a path through the plane of red and green, its points in their own colours. */
export function colourPathPanel({ name, points }: PickedLine, side: number): Panel {
  const TITLE = 20;
  const FOOT = 18;
  const places = points.map(([red, green]): Point => [red * side, TITLE + (1 - green) * side]);
  const dots = places.map(([x, y], at) => {
    const colour = points[at].slice(0, 3).map((value) => Math.round(255 * value));
    return svg`<circle cx="${x}" cy="${y}" r="2.6" class="muted" fill="${`rgb(${colour.join(',')})`}" stroke="currentColor" stroke-width="0.4"/>`;
  });
  return {
    width: side,
    height: TITLE + side + FOOT,
    content: [
      label(0, 10, name, { size: 11 }),
      svg`<rect class="faint" x="0" y="${TITLE}" width="${side}" height="${side}" fill="none" stroke="currentColor"/>`,
      svg`<path class="muted" d="${trace(places)}" fill="none" stroke="currentColor" stroke-width="0.75"/>`,
      dots,
      label(side, TITLE + side + 13, 'red', { colour: 'red', size: 11, anchor: 'end' }),
      label(-6, TITLE, 'green', { colour: 'green', size: 11, anchor: 'end', turn: -90 }),
    ],
  };
}
