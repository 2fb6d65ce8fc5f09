import { label, type MarkupValue, svg } from '@sig/heads/plots';
import type { FeatureRecipe, Image } from '@sig/image-paths';
import { inlineImage } from '../pictures/inline-image.js';
import type { Panel } from './panel.js';
import type { PickedLine } from './picked-lines.js';

/** Room for the names of rows. */
const GUTTER = 58;

export interface ImagePanelOptions {
  /** To be marked. */
  readonly lines: readonly PickedLine[];
  /** Pixels of the picture for one of the image. */
  readonly scale: number;
}

/** The image as the recipe sees it, the lines that are drawn beside it and a field's windows marked. */
export async function imagePanel(
  image: Image,
  recipe: FeatureRecipe,
  { lines, scale }: ImagePanelOptions,
): Promise<Panel> {
  const [width, height] = [image.width * scale, image.height * scale];
  const marks = lines.map(({ direction, at, name }): MarkupValue => {
    const middle = (at + 0.5) * scale;
    if (direction === 'rows') {
      return [
        halo(`M${GUTTER - 4},${middle.toFixed(1)}h${width + 4}`),
        label(GUTTER - 8, middle + 4, name, { anchor: 'end', size: 11 }),
      ];
    }
    return [
      halo(`M${(GUTTER + middle).toFixed(1)},0v${height + 4}`),
      label(GUTTER + middle, height + 17, name, { anchor: 'middle', size: 11 }),
    ];
  });
  const squares = recipe.transform === 'field' && windowMarks(recipe, scale);
  return {
    width: GUTTER + width,
    height: height + 22 + (squares ? 18 : 0),
    content: [
      await inlineImage(image, { x: GUTTER, y: 0, width, height }),
      marks,
      squares && svg`<g transform="translate(${GUTTER} 0)">${squares}</g>`,
      squares && label(GUTTER, height + 36, 'squares: the first window and the next', NOTE),
    ],
  };
}

const NOTE = { colour: 'muted', size: 11 } as const;

function windowMarks(
  { window, stride }: { readonly window: number; readonly stride: number },
  scale: number,
): MarkupValue {
  const side = window * scale;
  return [0, stride * scale].map((x) => halo(`M${x.toFixed(1)},0h${side}v${side}h${-side}z`));
}

/** A thin line that is seen on any colours. */
function halo(d: string): MarkupValue {
  return svg`<path d="${d}" fill="none" stroke="#000000" stroke-opacity="0.45" stroke-width="2.5"/><path d="${d}" fill="none" stroke="#ffffff" stroke-width="1"/>`;
}
