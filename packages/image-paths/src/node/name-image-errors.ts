import { ImageDecodeError } from './image-decode-error.js';

/** Does what reads one image; an error of the image then begins with the name of its file. */
export async function nameImageErrors<Result>(
  input: string | Uint8Array,
  work: () => Promise<Result>,
): Promise<Result> {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) {
    throw new TypeError('input must be the path of an image file or its bytes');
  }
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ImageDecodeError)) throw error;
    const name = typeof input === 'string' ? input : 'the image';
    throw new ImageDecodeError(`${name} ${error.message}`);
  }
}
