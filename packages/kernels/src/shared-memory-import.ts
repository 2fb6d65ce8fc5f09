const IMPORT_SECTION = 2;
const MEMORY_IMPORT = 2;
const HAS_MAXIMUM = 1;
const HAS_MAXIMUM_AND_SHARED = 3;

/**
 * The same WebAssembly module, importing a shared memory instead of a private one.
 *
 * The two differ in one flag of the import section (threads proposal, "limits"). Setting it here
 * lets the package carry each module once.
 *
 * @throws TypeError when the module imports no memory with a maximum.
 */
export function withSharedMemory(wasm: Uint8Array): Uint8Array {
  const bytes = wasm.slice();
  const cursor = { at: 8 };
  while (cursor.at < bytes.length) {
    const section = bytes[cursor.at++];
    const size = readUnsigned(bytes, cursor);
    if (section === IMPORT_SECTION) {
      readUnsigned(bytes, cursor);
      skipName(bytes, cursor);
      skipName(bytes, cursor);
      if (bytes[cursor.at] !== MEMORY_IMPORT || bytes[cursor.at + 1] !== HAS_MAXIMUM) break;
      bytes[cursor.at + 1] = HAS_MAXIMUM_AND_SHARED;
      return bytes;
    }
    cursor.at += size;
  }
  throw new TypeError('the module must import one memory with a maximum as its first import');
}

function skipName(bytes: Uint8Array, cursor: { at: number }): void {
  const length = readUnsigned(bytes, cursor);
  cursor.at += length;
}

function readUnsigned(bytes: Uint8Array, cursor: { at: number }): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[cursor.at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
}
