/** How the files of each format begin; `.` stands for any byte. */
const SIGNATURES: readonly [format: string, beginning: string][] = [
  ['JPEG', '\xff\xd8\xff'],
  ['PNG', '\x89PNG\r\n\x1a\n'],
  ['GIF', 'GIF8'],
  ['WebP', 'RIFF....WEBP'],
  ['AVIF', '....ftyp'],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['TIFF', 'II+\0'],
  ['TIFF', 'MM\0+'],
];

/** The format of an image file by its first bytes, or undefined for anything else. */
export function imageFormat(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(
    ([, beginning]) =>
      bytes.length > beginning.length &&
      Array.from(beginning).every(
        (character, at) => character === '.' || character.charCodeAt(0) === bytes[at],
      ),
  )?.[0];
}
