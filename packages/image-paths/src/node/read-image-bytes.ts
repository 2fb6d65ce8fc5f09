import { open } from 'node:fs/promises';
import { ImageDecodeError } from './image-decode-error.js';
import { imageFormat } from './image-format.js';
import { firstLine } from './load-sharp.js';

/** No photograph is as large; what is larger is a film or a disk image under another name. */
export const MAX_FILE_BYTES = 256 * 2 ** 20;

// As many as any format is recognised by.
const FIRST_BYTES = 16;

/**
 * The bytes of an image file. Of a file that is no image only the first few are read.
 *
 * @throws ImageDecodeError when it cannot be read, is no image or larger than 256 MiB.
 */
export async function readImageBytes(file: string): Promise<Uint8Array> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const { buffer, bytesRead } = await handle.read(new Uint8Array(FIRST_BYTES), { position: 0 });
      requireImage(buffer.subarray(0, bytesRead));
      if (size > MAX_FILE_BYTES) {
        throw new ImageDecodeError(
          `has ${size} bytes, more than the ${MAX_FILE_BYTES} of the largest image that is read`,
        );
      }
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof ImageDecodeError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new ImageDecodeError(REASONS[String(code)] ?? `cannot be read: ${firstLine(error)}`);
  }
}

/** Throws unless bytes begin as an image does. */
export function requireImage(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new ImageDecodeError('is empty');
  if (imageFormat(bytes) === undefined) {
    throw new ImageDecodeError('is not a JPEG, PNG, WebP, GIF, AVIF or TIFF image');
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EISDIR: 'is a folder, not a file',
  EACCES: 'cannot be read: permission is denied',
  EPERM: 'cannot be read: permission is denied',
  ELOOP: 'is a link that leads back to itself',
};
