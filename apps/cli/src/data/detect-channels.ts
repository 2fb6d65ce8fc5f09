import { ImageDecodeError, readImage } from '@sig/image-paths/node';

/** Files that are looked at, spread over all of them. */
const SAMPLES = 32;

/** How far red, green and blue of a grey pixel may be apart after lossy compression. */
const TOLERANCE = 3;

/** `grey` where every image of a sample is grey; what cannot be read does not count. */
export async function detectChannels(files: readonly string[]): Promise<'rgb' | 'grey'> {
  const step = Math.max(1, files.length / SAMPLES);
  for (let at = 0; at < files.length; at += step) {
    if (await isColoured(files[Math.floor(at)])) return 'rgb';
  }
  return 'grey';
}

async function isColoured(file: string): Promise<boolean> {
  try {
    const { data } = await readImage(file, { width: 32, height: 32 });
    for (let at = 0; at < data.length; at += 3) {
      const [red, green, blue] = data.subarray(at, at + 3);
      const spread = Math.max(red, green, blue) - Math.min(red, green, blue);
      if (spread > TOLERANCE) return true;
    }
  } catch (error) {
    if (!(error instanceof ImageDecodeError)) throw error;
  }
  return false;
}
