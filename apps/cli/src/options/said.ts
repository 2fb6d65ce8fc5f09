import { type TrainDefaults, trainDefaults } from '../train-defaults.js';

/** A description with its default, and those of MNIST and of the field where they are others. */
export function said(
  what: string,
  of: keyof TrainDefaults | ((defaults: TrainDefaults) => string),
): string {
  const value = (defaults: TrainDefaults) =>
    typeof of === 'function' ? of(defaults) : String(defaults[of]);
  const folder = value(trainDefaults('folder', {}));
  const others = Object.entries({
    mnist: value(trainDefaults('mnist', {})),
    'of a field': value(trainDefaults('folder', { transform: 'field' })),
  });
  const different = others.filter(([, other]) => other !== folder);
  return `${what} (default: ${[folder, ...different.map((pair) => pair.join(' '))].join(', ')})`;
}
