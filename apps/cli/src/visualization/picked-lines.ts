import { type FeatureRecipe, type Image, imageStreams } from '@sig/image-paths';

/** A row or column of an image as the path that it is. */
export interface PickedLine {
  readonly direction: 'rows' | 'columns';
  /** From 0 at the top or left. */
  readonly at: number;
  /** Such as `row 21`. */
  readonly name: string;
  /** [points, channels], the time last where there is one. */
  readonly points: readonly (readonly number[])[];
}

/** Pixels from the name of a line to that of the next, so that both can be read. */
const ROOM = { rows: 16, columns: 72 };

/**
 * Some lines spread over the image: three of one direction, or two of each; fewer where the image, drawn
 * at a scale, has no room for their names.
 */
export function pickedLines(image: Image, recipe: FeatureRecipe, scale: number): PickedLine[] {
  const both = recipe.direction === 'both';
  const directions = both ? (['rows', 'columns'] as const) : [recipe.direction];
  return directions.flatMap((direction) => {
    if (direction === 'both') return [];
    // The time of a field starts anew in each window.
    const time = recipe.time && recipe.transform !== 'field';
    const paths = imageStreams(image, { direction, time, basepoint: recipe.basepoint });
    const [streams, length, channels] = paths.shape;
    const most = Math.max(1, Math.floor((streams * scale) / ROOM[direction]) - 1);
    const count = Math.min(streams, most, both ? 2 : 3);
    return Array.from({ length: count }, (_, place) => {
      const at = Math.floor(((place + 1) * streams) / (count + 1));
      const points = Array.from({ length }, (_point, t) =>
        Array.from({ length: channels }, (_channel, channel) => paths.get(at, t, channel)),
      );
      return { direction, at, name: `${direction.slice(0, -1)} ${at}`, points };
    });
  });
}
