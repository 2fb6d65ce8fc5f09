import { type Markup, svg } from '@sig/heads/plots';
import { scaleText } from './scale-text.js';

/** What maps are of, with the number of full colour beside it; its upper edge at a place. */
export function scaleTitle(name: string, scale: number, x: number, y: number): Markup {
  return svg`<text x="${x}" y="${y + 12}" class="text" fill="currentColor" font-weight="600">${name}<tspan dx="8" class="muted" font-weight="400" font-size="11">${scaleText(scale)}</tspan></text>`;
}
