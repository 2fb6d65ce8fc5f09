import type { Shape } from '@sig/heads';

/** The shape that shapes are spread to, as NumPy does; undefined where they do not fit. */
export function broadcast(shapes: readonly Shape[]): Shape | undefined {
  const axes = Math.max(0, ...shapes.map(({ length }) => length));
  const result: number[] = [];
  for (let axis = 0; axis < axes; axis++) {
    let extent = 1;
    for (const shape of shapes) {
      const own = shape[shape.length - axes + axis] ?? 1;
      if (own !== 1 && extent !== 1 && own !== extent) return undefined;
      if (own !== 1) extent = own;
    }
    result.push(extent);
  }
  return result;
}
