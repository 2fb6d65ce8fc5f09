import { unzipSync } from 'fflate';
import { type NpyArray, readNpy } from './read-npy.js';

/**
 * Some arrays of a .npz file, which is a zip of .npy files. Others are left packed, and nothing is unpacked
 * that would take more than `maxBytes` in all.
 */
export function readNpz(
  bytes: Uint8Array,
  names: readonly string[],
  maxBytes: number,
): Record<string, NpyArray> {
  let total = 0;
  const wanted = new Set(names.map((name) => `${name}.npy`));
  const files = unzip(bytes, ({ name, originalSize }) => {
    if (!wanted.has(name)) return false;
    total += originalSize;
    if (!(total <= maxBytes)) {
      throw new RangeError(`the file would unpack to more than ${maxBytes} bytes`);
    }
    return true;
  });
  return Object.fromEntries(
    Object.entries(files).map(([file, content]) => {
      const name = file.slice(0, -'.npy'.length);
      return [name, readNpy(name, content)];
    }),
  );
}

function unzip(
  bytes: Uint8Array,
  filter: (file: { name: string; originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof RangeError && error.message.startsWith('the file would')) throw error;
    throw new RangeError('the .npz file is damaged or cut short; save it again');
  }
}
