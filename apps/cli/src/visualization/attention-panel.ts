import { type Grid, heatMap, heatScale, label, svg } from '@sig/heads/plots';
import type { Image } from '@sig/image-paths';
import { inlineImage } from '../pictures/inline-image.js';
import type { Panel } from './panel.js';
import { scaleTitle } from './scale-title.js';

const HEAD = 20;
const FOOT = 14;

/** Which places of an image count in the answer, over the image. */
export async function attentionPanel(image: Image, attention: Grid, side: number): Promise<Panel> {
  const scale = side / Math.max(image.width, image.height);
  const place = { x: 0, y: HEAD, width: image.width * scale, height: image.height * scale };
  const full = heatScale(attention);
  return {
    width: place.width,
    height: HEAD + place.height + FOOT,
    content: [
      scaleTitle('attention', full, 0, 0),
      await inlineImage(image, place),
      svg`<g data-group="attention" data-scale="${String(full)}" opacity="0.7">${await inlineImage(heatMap(attention, full), place)}</g>`,
      label(place.width / 2, HEAD + place.height + 12, 'what counts', {
        anchor: 'middle',
        size: 10,
      }),
    ],
  };
}
