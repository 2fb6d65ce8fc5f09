/** Images of train in the sets that tables name, by which the length of a training and its time are known ahead. */
export const TRAIN_IMAGES = {
  fire: 790,
  fog: 1241,
  crack: 3550,
  smile: 5851,
  imagenette: 9469,
} as const;
