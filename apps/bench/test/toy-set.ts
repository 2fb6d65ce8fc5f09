import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** A folder with the set `toy`: dark and bright images, 12 to train with and 4 to test with. */
export async function writeToySets(): Promise<{ folder: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'sig-bench-'));
  for (const [part, count] of [['train', 6] as const, ['test', 2] as const]) {
    for (const [name, value] of [['bright', 200] as const, ['dark', 30] as const]) {
      const place = join(folder, 'toy', part, name);
      mkdirSync(place, { recursive: true });
      for (let index = 0; index < count; index++) {
        const pixels = Uint8Array.from({ length: 300 }, (_, at) => value + ((at * 7 + index) % 20));
        await sharp(pixels, { raw: { width: 10, height: 10, channels: 3 } })
          .png()
          .toFile(join(place, `${index}.png`));
      }
    }
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
