import { readFileSync } from 'node:fs';
import type { AugmentationSpec, ImageSet } from '@sig/image-paths';
import { version } from '../../package.json';
import { digest } from '../files/digest.js';
import { kebab } from '../options/kebab.js';
import { isHeadName } from '../options/parse-head.js';
import type { TrainSettings } from '../options/train-settings.js';

/** Options that do not change what is trained, or whose file has a digest of its own. */
const WITHOUT_EFFECT = ['out', 'report', 'json', 'quiet', 'strict', 'log', 'resume', 'teacher'];

/**
 * All that the weights of a training depend on, as texts by name: the options as they are given on the command
 * line, the images, the program. Two trainings with the same description end with the same weights.
 */
export function describeTraining(
  settings: TrainSettings,
  images: ImageSet,
  classes: readonly string[],
): Record<string, string> {
  const { width, height, augment, copies, ...others } = settings;
  const options = Object.entries(others)
    .filter(([name, value]) => value !== undefined && !WITHOUT_EFFECT.includes(name))
    .map(([name, value]) => [`--${kebab(name)}`, textOf(value)]);
  return {
    'the version of sig': version,
    'the classes': classes.join(', '),
    'the number of images': String(images.count),
    'the digest of the images': digest(images.pixels, new Uint8Array(images.labels.slice().buffer)),
    '--size': `${width}x${height}`,
    ...Object.fromEntries(options),
    '--augment': listed(augment),
    '--copies': listed(copies),
    ...(settings.teacher !== undefined && {
      'the digest of the teacher': digest(readFileSync(settings.teacher)),
    }),
    ...(!isHeadName(settings.head) && {
      'the digest of the head': digest(readFileSync(settings.head)),
    }),
  };
}

function listed(specs: readonly AugmentationSpec[]): string {
  return specs.map(({ name, amount }) => `${name}:${amount}`).join(',') || 'none';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
