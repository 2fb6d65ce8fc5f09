import { cnn1dHead, fieldHead, separableHead } from '@sig/heads';

/**
 * @typedef {object} Choice
 * @property {string} name
 * @property {import('@sig/image-paths').DefaultRecipeOptions} features
 * @property {(shape: import('@sig/heads').Shape, classes: number) => import('@sig/heads').Layer[]} head
 */

/** What is trained: features with the head that the tables have on them, at 64 pixels. */
/** @type {readonly Choice[]} */
export const networks = [
  {
    name: 'cnn1d on rows',
    features: { depth: 4, time: false, basepoint: false },
    head: cnn1dHead,
  },
  { name: 'separable on pixels', features: { transform: 'pixels' }, head: separableHead },
  { name: 'head on the field', features: { transform: 'field' }, head: fieldHead },
];

export const AUGMENTATION = 'flip,shift:8,brightness,contrast,jitter';
