import type { FeatureRecipe } from '@sig/image-paths';

/** Words or streams that may not all have a dot of the map. */
const MANY = 300;

/** What the lower part of a picture shows, and how to read its colours. */
export function captionLines(
  recipe: FeatureRecipe,
  learned?: { readonly attention: boolean },
): string[] {
  const { transform, channels, depth, time, width, height } = recipe;
  const scale = 'the number beside a name is that of full colour, and 99 in 100 are smaller';
  if (learned) {
    return [
      'Learned paths are channels that the model computes of the pixels, by number. Below is their field, one number for each window:',
      'the mean of a word over its rows or columns, or a mean or deviation. Level 1 is how much a channel changes from end to end;',
      'of level 2, half of 12 − 21 is the area between a path and its chord.',
      `Blue is positive, orange negative; ${scale}.`,
      ...(learned.attention
        ? [
            'Attention is how many times the mean a place counts in the answer, less 1: blue counts for more, orange for less.',
          ]
        : []),
    ];
  }
  if (transform === 'pixels') {
    return [`Each line of the map is a stream of pixels, from 0 to 1; ${scale}.`];
  }
  const planar = depth > 1 && (channels === 'rgb' || time);
  const [a, b] = channels === 'rgb' ? ['r', 'g'] : ['g', 't'];
  const area = `half of ${a}${b} − ${b}${a} is the area between a path and its chord`;
  const lines = [
    transform === 'field'
      ? 'Each map has one number for each window: the mean of a word over its rows or columns, or a mean or deviation of its pixels.'
      : 'Each line of the map is the signature of a stream, each column a word: the letters are the channels that change, in that order.',
    `Level 1 is how much a channel changes from end to end; ${planar ? `of level 2, ${area}` : 'deeper levels are its powers'}.`,
    `Blue is positive, orange negative; ${scale}.`,
  ];
  if (transform === 'field' && depth > 2) lines.push('Levels from 3 on are not drawn.');
  const words = ((channels === 'rgb' ? 3 : 1) + (time ? 1 : 0)) ** depth;
  if (transform === 'signature' && (words > MANY || Math.max(width, height) > MANY)) {
    lines.push(
      'Where there are more words or streams than dots, a dot is the strongest of its own.',
    );
  }
  return lines;
}
