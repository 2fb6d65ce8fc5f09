import { label, type MarkupValue, picture, shorten } from '@sig/heads/plots';
import {
  colourNames,
  computeFeatures,
  type FeatureRecipe,
  featureGroups,
  type Image,
} from '@sig/image-paths';
import { describeRecipe } from '../output/info-report.js';
import { visibleText } from '../output/visible-text.js';
import { attentionPanel } from './attention-panel.js';
import { captionLines } from './caption-lines.js';
import { colourPathPanel } from './colour-path-panel.js';
import { fieldPanel } from './field-panel.js';
import { type ImagePanelOptions, imagePanel } from './image-panel.js';
import type { LearnedFeatures } from './learned-features.js';
import { type Panel, placed } from './panel.js';
import { type PickedLine, pickedLines } from './picked-lines.js';
import { type StreamBlock, signaturePanel } from './signature-panel.js';
import { streamsPanel } from './streams-panel.js';

const MARGIN = 28;
const WIDTH = 924;
const HEADER = 68;
/** Pixels of the image's longer side. */
const SIDE = 280;
/** Characters of a title. */
const TITLE = 64;
/** Of the map of a learned path: six stand beside each other, and beside what is attended to. */
const PATH_SIDE = 138;
const PATH_SIDE_BESIDE = 118;
/** Between the panels. */
const GAP = 36;
const CAPTION_LINE = 17;

export interface VisualizationOptions {
  readonly title: string;
  /** Drawn in place of the recipe's features. */
  readonly learned?: LearnedFeatures;
}

/** An image, some of its streams and its features by a recipe, as one SVG. */
export async function drawVisualization(
  image: Image,
  recipe: FeatureRecipe,
  { title, learned }: VisualizationOptions,
): Promise<string> {
  const scale = SIDE / Math.max(image.width, image.height);
  const lines = pickedLines(image, recipe, scale);
  const upper = await streamsOf(image, recipe, { lines, scale });
  const lower = await (learned ? learnedOf(learned, image) : featuresOf(image, recipe, lines));
  const name = shorten(visibleText(title), TITLE);
  const top = MARGIN + HEADER + upper.height + GAP;
  const words = captionLines(recipe, learned && { attention: learned.attention !== undefined });
  const captionTop = top + lower.height + 30;
  const width = 2 * MARGIN + Math.max(WIDTH, lower.width);
  const height = captionTop + (words.length - 1) * CAPTION_LINE + MARGIN;
  return picture(
    { width, height, description: `${name} and its features: ${describeRecipe(recipe)}` },
    label(MARGIN, MARGIN + 20, name, { size: 20, bold: true }),
    label(MARGIN, MARGIN + 42, describeRecipe(recipe), { size: 13, colour: 'muted' }),
    placed(upper, MARGIN, MARGIN + HEADER),
    placed(lower, MARGIN, top),
    words.map((text, at) =>
      label(MARGIN, captionTop + at * CAPTION_LINE, text, { colour: 'muted' }),
    ),
  );
}

/** The image, its lines as functions of the position, and two of them as paths through colours. */
async function streamsOf(
  image: Image,
  recipe: FeatureRecipe,
  { lines, scale }: ImagePanelOptions,
): Promise<Panel> {
  const seen = await imagePanel(image, recipe, { lines, scale });
  const height = Math.max(seen.height, 340);
  const left = seen.width + GAP;
  const colours = colourNames(recipe);
  const time = lines[0].points[0].length > colours.length;
  const planes = recipe.channels === 'rgb' ? [...new Set([lines[0], lines[lines.length - 1]])] : [];
  const PLANE = (height - 2 * 38 - 8) / 2;
  const streams = streamsPanel(lines, {
    width: WIDTH - left - (planes.length > 0 ? PLANE + GAP : 0),
    height,
    channels: [...colours, ...(time ? ['time'] : [])],
    basepoint: recipe.basepoint,
  });
  const content: MarkupValue[] = [
    placed(seen, 0, 0),
    placed(streams, left, 0),
    planes.map((line, at) =>
      placed(colourPathPanel(line, PLANE), WIDTH - PLANE, at * (PLANE + 38 + 8)),
    ),
  ];
  return { width: WIDTH, height, content };
}

async function featuresOf(
  image: Image,
  recipe: FeatureRecipe,
  lines: readonly PickedLine[],
): Promise<Panel> {
  const { data: values, shape } = computeFeatures(image, recipe);
  const groups = featureGroups(recipe);
  if (recipe.transform === 'field') return fieldPanel({ shape, values }, { width: WIDTH, groups });
  const [height, width] = shape;
  const options = { width: WIDTH, groups, blocks: streamBlocks(recipe), lines };
  return signaturePanel({ width, height, values }, options);
}

/** The learned paths, behind the image with what is attended to where a model does, above their field. */
async function learnedOf(
  { paths, field, attention }: LearnedFeatures,
  image: Image,
): Promise<Panel> {
  const side = attention ? PATH_SIDE_BESIDE : PATH_SIDE;
  const seen = attention && (await attentionPanel(image, attention, side));
  const left = seen ? seen.width + GAP : 0;
  const upper = await fieldPanel(paths, { width: WIDTH - left, groups: paths.groups, side });
  const lower = await fieldPanel(field, { width: WIDTH, groups: field.groups });
  const top = Math.max(upper.height, seen?.height ?? 0) + GAP;
  return {
    width: Math.max(left + upper.width, lower.width),
    height: top + lower.height,
    content: [seen && placed(seen, 0, 0), placed(upper, left, 0), placed(lower, 0, top)],
  };
}

function streamBlocks({ direction, width, height }: FeatureRecipe): StreamBlock[] {
  const rows = { direction: 'rows', start: 0, count: height } as const;
  if (direction === 'rows') return [rows];
  const columns = {
    direction: 'columns',
    start: direction === 'both' ? height : 0,
    count: width,
  } as const;
  return direction === 'both' ? [rows, columns] : [columns];
}
