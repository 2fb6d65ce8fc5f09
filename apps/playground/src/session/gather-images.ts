import { decodeImage, SIDE } from '../images/decode-image.js';
import type { FileGroup } from '../images/dropped-files.js';
import type { Pixels } from '../link/learner.js';
import { plural } from '../page/format.js';
import { loadDigits } from '../samples/digits.js';
import { drawShapes, SHAPES, type ShapeName } from '../samples/shapes.js';
import { bytesOf, type Classes, changed, MOST_BYTES, withClass, withoutEmpty } from './classes.js';
import { defaultWishes, type Session } from './session.js';

/** Adds images to a class. */
export function addImages({ classes }: Session, id: number, images: readonly Pixels[]): void {
  const before = classes.value.find((one) => one.id === id)?.images ?? [];
  const more = changed(classes.value, id, { images: [...before, ...images] });
  if (bytesOf(more) > MOST_BYTES) {
    throw new Error('these images do not fit in memory; remove some first');
  }
  classes.value = more;
}

/**
 * Adds files: each folder's images to the class of its name, loose ones to the class `id`. What is no image
 * is passed over and named.
 */
export async function addFiles(
  session: Session,
  groups: readonly FileGroup[],
  id?: number,
): Promise<void> {
  const { notice } = session;
  const refused: string[] = [];
  let added = 0;
  for (const { folder, files } of groups) {
    const images: Pixels[] = [];
    for (const file of files) {
      try {
        images.push(await decodeImage(file, SIDE.toLearn));
      } catch (error) {
        refused.push(error instanceof Error ? error.message : String(error));
      }
    }
    if (images.length > 0) addImages(session, classFor(session, folder, id), images);
    added += images.length;
  }
  if (refused.length > 0) {
    const more = refused.length > 1 ? ` (and ${plural(refused.length - 1, 'file')} more)` : '';
    const kept = added > 0 ? `; ${plural(added, 'image')} added` : '';
    notice.value = { kind: 'error', text: `${refused[0]}${more}${kept}` };
  } else if (added === 0) {
    notice.value = { kind: 'error', text: 'no files came with that; drop or pick image files' };
  }
}

/** The class of a folder's name, made where there is none; without a folder the class `id`. */
function classFor({ classes }: Session, folder: string | undefined, id?: number): number {
  if (id !== undefined) return id;
  const name = folder ?? 'Class 1';
  const found = classes.value.find((one) => one.name === name);
  if (found) return found.id;
  classes.value = withClass(withoutEmpty(classes.value), name);
  return classes.value[classes.value.length - 1].id;
}

/** Digits in place of what was gathered. */
export async function takeDigits(session: Session, address: string): Promise<void> {
  const digits = await loadDigits(address);
  session.wishes.value = { ...defaultWishes, size: 28, mirror: false };
  session.classes.value = digits.reduce<Classes>(
    (classes, images, digit) => withClass(classes, String(digit), images),
    [],
  );
  session.name.value = 'digits';
}

/** Shapes in place of what was gathered. */
export function takeShapes(session: Session): void {
  const EACH = 120;
  session.wishes.value = { ...defaultWishes, size: 32 };
  session.classes.value = (Object.keys(SHAPES) as ShapeName[]).reduce<Classes>(
    (classes, name, place) => withClass(classes, name, drawShapes(name, EACH, 1 + place)),
    [],
  );
  session.name.value = 'shapes';
}
