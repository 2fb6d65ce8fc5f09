import { type TrainDefaults, trainDefaults } from '../train-defaults.js';
import { AUTO_HEAD } from './parse-head.js';

/**
 * A description with its default for photographs, and those of MNIST, of signatures and of the field where
 * they are others. What is about signatures alone has theirs for photographs.
 */
export function said(
  what: string,
  of: keyof TrainDefaults | ((defaults: TrainDefaults) => string),
  { ofSignatures = false }: { readonly ofSignatures?: boolean } = {},
): string {
  const value = (defaults: TrainDefaults) =>
    typeof of === 'function' ? of(defaults) : String(defaults[of]);
  const photographs = value(trainDefaults('folder', ofSignatures ? {} : { head: AUTO_HEAD }));
  const others = Object.entries({
    mnist: value(trainDefaults('mnist', {})),
    'of signatures': value(trainDefaults('folder', {})),
    'of a field': value(trainDefaults('folder', { transform: 'field' })),
  });
  const different = others.filter(([, other]) => other !== photographs);
  return `${what} (default: ${[photographs, ...different.map((pair) => pair.join(' '))].join(', ')})`;
}
