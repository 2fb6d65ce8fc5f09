import { fitImage } from '@sig/image-paths';
import type { OcclusionMap, Pixels } from '../link/learner.js';
import type { CurrentModel } from './current-model.js';
import { rawImage } from './image-samples.js';

/** Patches along a side, and how many of them lie over each other. */
const PATCHES = 5;
const OVERLAP = 2;

/**
 * Covers one part of an image after another with the image's mean colour and looks how far the log-odds of
 * the class fall that the model names (Zeiler and Fergus 2014, "Visualizing and understanding
 * convolutional networks"): what falls far, mattered. Each pixel has the mean of the patches over it.
 */
export function occlude({ model, classifier }: CurrentModel, image: Pixels): OcclusionMap {
  const { width, height, fit, channels: colours } = model.recipe;
  const channels = colours === 'rgb' ? 3 : 1;
  const { data } = fitImage(rawImage(image), { width, height, channels, fit });
  const mean = meanColour(data, channels);
  const oddsOf = (pixels: Uint8Array | Uint8ClampedArray, label: number): number =>
    logOdds(classifier.classify({ width, height, channels, data: pixels }).probabilities[label]);
  const { probabilities } = classifier.classify({ width, height, channels, data });
  const label = probabilities.indexOf(Math.max(...probabilities));
  const whole = oddsOf(data, label);
  const sides = [width, height].map((side) => Math.max(1, Math.round(side / PATCHES)));
  const [wide, tall] = sides;
  const [right, down] = sides.map((side) => Math.max(1, Math.round(side / OVERLAP)));
  const values = new Float32Array(width * height);
  const counts = new Uint16Array(width * height);
  for (let top = down - tall; top < height; top += down) {
    for (let left = right - wide; left < width; left += right) {
      const places = placesWithin({ left, top, wide, tall }, width, height);
      const covered = data.slice();
      for (const at of places) covered.set(mean, at * channels);
      const fall = whole - oddsOf(covered, label);
      for (const at of places) {
        values[at] += fall;
        counts[at]++;
      }
    }
  }
  for (let at = 0; at < values.length; at++) values[at] /= Math.max(1, counts[at]);
  return { width, height, values, label };
}

interface Patch {
  readonly left: number;
  readonly top: number;
  readonly wide: number;
  readonly tall: number;
}

/** The pixels of a patch that lie in the image. */
function placesWithin({ left, top, wide, tall }: Patch, width: number, height: number): number[] {
  const places: number[] = [];
  for (let y = Math.max(0, top); y < Math.min(height, top + tall); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, left + wide); x++) {
      places.push(y * width + x);
    }
  }
  return places;
}

function meanColour(data: ArrayLike<number>, channels: number): number[] {
  const sums = new Array<number>(channels).fill(0);
  for (let at = 0; at < data.length; at++) sums[at % channels] += data[at];
  return sums.map((sum) => Math.round((sum * channels) / data.length));
}

function logOdds(probability: number): number {
  const kept = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.log(kept / (1 - kept));
}
