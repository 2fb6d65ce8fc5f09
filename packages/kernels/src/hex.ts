/**
 * The bytes that a text of two hexadecimal digits each stands for.
 *
 * Hexadecimal and not base64: gzip finds what repeats in it, and packs it a third smaller.
 */
export function fromHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index++) {
    bytes[index] = Number.parseInt(text.slice(2 * index, 2 * index + 2), 16);
  }
  return bytes;
}
