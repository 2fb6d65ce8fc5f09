import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A file as a file picker takes it. */
export interface DrawnFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A picture of some SVG content, which is 100 wide and high, as a PNG file. */
export async function drawn(name: string, content: string, side = 100): Promise<DrawnFile> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="${side}" height="${side}">${content}</svg>`;
  const buffer = await sharp(Buffer.from(svg)).png().toBuffer();
  return { name, mimeType: 'image/png', buffer };
}

/** A star on a ground, turned and moved by its number. */
export function star(number: number, side = 100): Promise<DrawnFile> {
  const points = Array.from({ length: 10 }, (_, corner) => {
    const angle = (Math.PI * corner) / 5 + number;
    const reach = corner % 2 === 0 ? 32 : 13;
    return `${50 + reach * Math.cos(angle)},${50 + reach * Math.sin(angle)}`;
  });
  const hue = 60 * number;
  return drawn(
    `star-${number}.png`,
    `<rect width="100" height="100" fill="hsl(${hue + 150},20%,85%)"/><polygon points="${points.join(' ')}" fill="hsl(${hue},70%,40%)"/>`,
    side,
  );
}

/** A folder with a folder for each class and pictures in them, and a file that is none. */
export async function classFolder(classes: Readonly<Record<string, number>>): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), 'sig-folders-')), 'photographs');
  for (const [name, count] of Object.entries(classes)) {
    mkdirSync(join(folder, name), { recursive: true });
    for (let at = 0; at < count; at++) {
      writeFileSync(join(folder, name, `${at}.png`), (await star(at)).buffer);
    }
  }
  writeFileSync(join(folder, Object.keys(classes)[0], 'notes.txt'), 'no picture');
  return folder;
}

/** A PNG file of few bytes and 400 million pixels. */
export function hugePng(): DrawnFile {
  const SIDE = 20_000;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(SIDE * (1 + SIDE / 8)));
  const signature = Buffer.of(137, 80, 78, 71, 13, 10, 26, 10);
  const chunks = [chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))];
  const buffer = Buffer.concat([signature, ...chunks]);
  return { name: 'huge.png', mimeType: 'image/png', buffer };
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(checksum(named));
  return Buffer.concat([length, named, sum]);
}

/** The CRC-32 of the PNG specification, annex D. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
