import { createHash } from 'node:crypto';

/** 16 letters that tell bytes from others. */
export function digest(...parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
}
