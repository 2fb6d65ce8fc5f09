import {
  assignExits,
  type CostMeasure,
  type ThresholdMapOptions,
  thresholdMap,
} from '@sig/cascade';
import {
  type ExitExample,
  exitsPlot,
  frontPlot,
  type NamedPoint,
  thresholdMapPlot,
} from '@sig/cascade/plots';
import type { ImageSet } from '@sig/image-paths';
import sharp from 'sharp';
import { formatMacs, formatMilliseconds, formatPercent } from '../output/format.js';
import type { ChosenPolicy } from './choose-policy.js';

/** Examples of an exit that are shown. */
const EXAMPLES = 8;
/** Dots along a side of an example. */
const DOTS = 112;

/** A drawing by the name of its file. */
export type NamedPlots = Readonly<Record<string, string>>;

/**
 * The drawings of a policy: accuracy against cost, exits (with example images where there are some), and of
 * three stages the maps of accuracy and cost over both thresholds, 40 × 40 over all and 50 × 100 close to
 * the best.
 */
export async function cascadePlots(
  { policy, scores, front }: ChosenPolicy,
  measure: CostMeasure,
  images?: ImageSet,
): Promise<NamedPlots> {
  const thresholds = policy.stages.slice(0, -1).map(({ threshold }) => threshold);
  const rightOf = (correct: Uint8Array): number =>
    correct.reduce((sum, right) => sum + right, 0) / correct.length;
  const stages = scores.map(
    ({ name, correct, alone = correct, cost }): NamedPoint => ({
      name: `${name} alone`,
      accuracy: rightOf(alone),
      cost: cost[measure] ?? Number.NaN,
    }),
  );
  const chosen = front.find((point) =>
    point.thresholds.every((threshold, at) => threshold === thresholds[at]),
  );
  const costLabel = measure === 'macs' ? 'multiply-adds an image' : 'milliseconds an image';
  const plots: Record<string, string> = {
    'front.svg': frontPlot(front, {
      stages,
      chosen: chosen === undefined ? [] : [{ ...chosen, name: 'chosen' }],
      costLabel,
    }),
  };
  const exits = assignExits(scores, thresholds);
  const rows = scores.map(async ({ name, correct, predicted }, stage) => {
    const places = [...exits.keys()].filter((image) => exits[image] === stage);
    const right = places.filter((image) => correct[image] === 1).length;
    const examples =
      images === undefined || images.count !== exits.length
        ? []
        : spread(places).map((image) =>
            exampleOf(images, image, policy.classes[predicted[image]], correct[image] === 1),
          );
    return {
      name,
      share: places.length / exits.length,
      accuracy: right / places.length,
      examples: await Promise.all(examples),
    };
  });
  plots['exits.svg'] = exitsPlot(await Promise.all(rows));
  if (scores.length !== 3) return plots;
  const format = measure === 'macs' ? formatMacs : (value: number) => formatMilliseconds(value);
  const draw = (size: string, options: ThresholdMapOptions): void => {
    const map = thresholdMap(scores, { ...options, measure });
    const mark = thresholds;
    plots[`accuracy-${size}.svg`] = thresholdMapPlot(map, map.accuracy, {
      title: 'accuracy over both thresholds',
      mark,
      format: (value) => formatPercent(value),
    });
    plots[`cost-${size}.svg`] = thresholdMapPlot(map, map.cost, {
      title: `${costLabel} over both thresholds`,
      mark,
      format,
    });
  };
  draw('40x40', { steps: [40, 40] });
  draw('50x100', { steps: [50, 100], from: closeUp(front) });
  return plots;
}

/** The lowest thresholds of the front within a point of its best accuracy. */
function closeUp(front: ChosenPolicy['front']): [number, number] {
  const best = Math.max(...front.map(({ accuracy }) => accuracy));
  const near = front.filter(({ accuracy }) => accuracy >= best - 0.01);
  const lowest = (axis: number): number => {
    const numbers = near.flatMap(({ thresholds }) => {
      const threshold = thresholds[axis];
      return typeof threshold === 'number' ? threshold : [];
    });
    return Math.min(0.99, ...numbers);
  };
  return [lowest(0), lowest(1)];
}

/** Some of a list, evenly spread over it. */
function spread(places: readonly number[]): number[] {
  const count = Math.min(EXAMPLES, places.length);
  return Array.from({ length: count }, (_, at) => places[Math.floor((at * places.length) / count)]);
}

async function exampleOf(
  { pixels, width, height, channels }: ImageSet,
  image: number,
  caption: string,
  correct: boolean,
): Promise<ExitExample> {
  const size = width * height * channels;
  const jpeg = await sharp(pixels.subarray(image * size, (image + 1) * size), {
    raw: { width, height, channels: channels === 1 ? 1 : 3 },
  })
    .resize(DOTS, DOTS, { fit: 'fill', kernel: width < DOTS ? 'nearest' : 'lanczos3' })
    .jpeg({ quality: 80 })
    .toBuffer();
  return { href: `data:image/jpeg;base64,${jpeg.toString('base64')}`, caption, correct };
}
