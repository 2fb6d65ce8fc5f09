/** Builds a file by the letter of the format, apart from the encoder under test. */
export function safetensorsFile(
  header: string,
  data: readonly number[] = [],
  length?: bigint,
): Uint8Array {
  const text = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + text.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, length ?? BigInt(text.length), true);
  bytes.set(text, 8);
  bytes.set(data, 8 + text.length);
  return bytes;
}
