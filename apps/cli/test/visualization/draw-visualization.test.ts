import {
  computeFeatures,
  defaultRecipe,
  type FeatureRecipe,
  featureGroups,
  type Image,
} from '@sig/image-paths';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type Element, elementsOf, pointsOf } from '../../../../test/elements.js';
import { drawVisualization } from '../../src/visualization/draw-visualization.js';

/** Smooth colours that differ from place to place. */
function testImage(width: number, height: number): Image {
  const data = Uint8Array.from({ length: 3 * width * height }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    return 127 + 120 * Math.sin((x * (1 + (at % 3))) / 5 + (y * (3 - (at % 3))) / 7);
  });
  return { width, height, channels: 3, data };
}

const draw = async (image: Image, recipe: FeatureRecipe): Promise<Element[]> =>
  elementsOf(await drawVisualization(image, recipe, { title: '<b> & "c"\u0007' }));

/** Opacities of a map, one for each of its cells, below 0 where it is orange. */
async function mapOf({ attributes }: Element, across: number, down: number): Promise<number[]> {
  const bytes = Buffer.from(attributes.href.replace(/^data:image\/png;base64,/, ''), 'base64');
  const { data, info } = await sharp(bytes)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Array.from({ length: across * down }, (_, cell) => {
    const x = Math.floor((((cell % across) + 0.5) * info.width) / across);
    const y = Math.floor(((Math.floor(cell / across) + 0.5) * info.height) / down);
    const [red, , blue, opacity] = data.subarray(4 * (y * info.width + x));
    return red > blue ? -opacity : opacity;
  });
}

/** The image that follows an element. */
const imageIn = (elements: readonly Element[], group: Element): Element =>
  elements.slice(elements.indexOf(group)).find(({ name }) => name === 'image') as Element;

const groupsOf = (elements: readonly Element[]): Element[] =>
  elements.filter(({ attributes }) => 'data-group' in attributes);

function expectShown(map: readonly number[], values: readonly number[], scale: number): void {
  expect(scale).toBeGreaterThan(0);
  expect(map).toHaveLength(values.length);
  for (const [at, value] of values.entries()) {
    const shown = Math.max(-1, Math.min(1, value / scale));
    expect(Math.abs(Math.abs(map[at]) - 255 * Math.abs(shown))).toBeLessThan(0.51);
    // What is all but clear has no hue that could be read.
    if (Math.abs(map[at]) > 3) expect(Math.sign(map[at])).toBe(Math.sign(shown));
  }
}

test('each level is a map of the numbers that computeFeatures gives', async () => {
  const image = testImage(24, 16);
  const recipe = defaultRecipe({ width: 24, height: 16, depth: 3, direction: 'both', time: true });
  const features = computeFeatures(image, recipe);
  const elements = await draw(image, recipe);
  const drawn = groupsOf(elements);
  expect(drawn).toHaveLength(2 * 3);
  for (const { name, start, count } of featureGroups(recipe)) {
    for (const [direction, first, streams] of [
      ['rows', 0, 16],
      ['columns', 16, 24],
    ] as const) {
      const group = drawn.find(
        ({ attributes }) =>
          attributes['data-group'] === name && attributes['data-streams'] === direction,
      ) as Element;
      const values = Array.from({ length: streams * count }, (_, at) =>
        features.get(first + Math.floor(at / count), start + (at % count)),
      );
      const map = await mapOf(imageIn(elements, group), count, streams);
      expectShown(map, values, Number(group.attributes['data-scale']));
    }
  }
});

test('each channel of a field is a map of its windows', async () => {
  const image = testImage(24, 16);
  const recipe = defaultRecipe({ transform: 'field', width: 24, height: 16 });
  const features = computeFeatures(image, recipe);
  const [down, across] = features.shape;
  const elements = await draw(image, recipe);
  const drawn = groupsOf(elements);
  expect(drawn).toHaveLength(features.shape[2]);
  for (const [channel, group] of drawn.entries()) {
    const values = Array.from({ length: down * across }, (_, at) =>
      features.get(Math.floor(at / across), at % across, channel),
    );
    const map = await mapOf(imageIn(elements, group), across, down);
    expectShown(map, values, Number(group.attributes['data-scale']));
  }
});

test('streams are drawn from their pixels, and named at the image and at the map', async () => {
  const image = testImage(8, 8);
  const elements = await draw(image, defaultRecipe({ width: 8, height: 8 }));
  const lines = elements.filter(({ attributes }) => 'data-channel' in attributes);
  expect(lines.map(({ attributes }) => attributes['data-line'])).toEqual(
    ['row 2', 'row 4', 'row 6'].flatMap((name) => [name, name, name]),
  );
  const [red] = lines;
  const points = pointsOf(red.attributes.d);
  expect(points).toHaveLength(8);
  // The higher the pixel's red, the higher the point, in equal steps: y = bottom − tall · red / 255.
  const reds = Array.from({ length: 8 }, (_, x) => image.data[3 * (2 * 8 + x)]);
  const slope = (points[1][1] - points[0][1]) / (reds[1] - reds[0]);
  expect(slope).toBeLessThan(0);
  for (const [at, [, y]] of points.entries()) {
    expect(Math.abs(y - points[0][1] - slope * (reds[at] - reds[0]))).toBeLessThan(1);
  }
  const texts = elements.filter(({ name }) => name === 'text').map(({ text }) => text);
  expect(texts.filter((text) => text === 'row 4')).toHaveLength(3);
  for (const word of ['r', 'gb', 'bb', 'level 4', '<b> & "c"\\x07']) expect(texts).toContain(word);
});

test.each([
  ['one pixel', defaultRecipe({ width: 1, height: 1, direction: 'both', depth: 2 })],
  ['one row', defaultRecipe({ width: 40, height: 1, channels: 'grey', direction: 'both' })],
  ['one column', defaultRecipe({ width: 1, height: 300, direction: 'columns' })],
  ['bare pixels', defaultRecipe({ width: 9, height: 5, transform: 'pixels' })],
  ['many words', defaultRecipe({ width: 6, height: 5, depth: 7, time: true })],
])('nothing lies outside the picture of %s', async (_, recipe) => {
  const { width, height } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  const data = new Uint8Array(width * height * channels).fill(200);
  const elements = await draw({ width, height, channels, data }, recipe);
  const [root] = elements;
  for (const { name, attributes } of elements) {
    if (name !== 'image') continue;
    const right = Number(attributes.x) + Number(attributes.width);
    const bottom = Number(attributes.y) + Number(attributes.height);
    expect(right).toBeLessThanOrEqual(Number(root.attributes.width));
    expect(bottom).toBeLessThanOrEqual(Number(root.attributes.height));
  }
});
