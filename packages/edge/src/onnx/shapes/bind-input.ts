import type { Shape } from '@sig/heads';
import { ModelFileError } from '../../model-file-error.js';
import { quoted, uncounted } from '../reading/onnx-error.js';
import type { DeclaredValue, Extent } from '../reading/onnx-file.js';
import { checkShape } from '../reading/read-tensor.js';

/** Extents by their names, as the inputs bind them. */
export type Bindings = Map<string, number>;

/**
 * The shape of an input: what the file says, one sample where the first axis is open, and of the other
 * open ones what is given.
 *
 * @throws RangeError when the given shape is not one that the file allows.
 * @throws ModelFileError when an extent stays open.
 */
export function bindInput(
  { name, extents }: DeclaredValue,
  bindings: Bindings,
  given: Shape | undefined,
): Shape {
  const wanted = extents ?? given;
  if (wanted === undefined) throw uncounted(`its input ${quoted(name)} has no shape`);
  const declared = `[${wanted.map((extent) => shownExtent(extent)).join(', ')}]`;
  const fits =
    given?.length === wanted.length &&
    given.every((extent) => Number.isSafeInteger(extent) && extent > 0) &&
    wanted.every((extent, axis) => typeof extent !== 'number' || extent === given[axis]);
  if (given !== undefined && !fits) {
    throw new RangeError(
      `inputShape must fit the input ${quoted(name)} ${declared}, got [${given}]`,
    );
  }
  const shape = wanted.map((extent, axis) => {
    if (typeof extent === 'number') return extent;
    const bound = given?.[axis] ?? (extent === undefined ? undefined : bindings.get(extent));
    const value = bound ?? (axis === 0 ? 1 : undefined);
    if (value === undefined) {
      throw new ModelFileError(
        'not-counted',
        `the input ${quoted(name)} ${declared} of the ONNX file has open extents; give inputShape`,
      );
    }
    if (extent !== undefined) bindings.set(extent, value);
    return value;
  });
  checkShape(shape, `the input ${quoted(name)}`);
  return shape;
}

/** The declared shape of a value, where all its extents are numbers or bound by now. */
export function boundShape(
  extents: readonly Extent[] | undefined,
  bindings: Bindings,
): Shape | undefined {
  const bound = extents?.map((extent) =>
    typeof extent === 'string' ? bindings.get(extent) : extent,
  );
  return bound?.every((extent) => extent !== undefined) ? bound : undefined;
}

function shownExtent(extent: Extent): string {
  return typeof extent === 'string' ? extent.slice(0, 20) : `${extent ?? '?'}`;
}
