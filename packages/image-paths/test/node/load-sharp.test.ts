import { describe, expect, it, vi } from 'vitest';

vi.mock('sharp', () => {
  throw new Error("Cannot find package 'sharp'\nsecond line");
});

describe('loadSharp', () => {
  it('says how to install sharp where it is missing', async () => {
    const { readImage } = await import('../../src/node/read-image.js');
    const error = await readImage(new Uint8Array(1)).catch((e: unknown) => e);
    expect(String(error)).toContain(
      'reading images needs the package sharp, which cannot be loaded here; npm install sharp',
    );
    expect(String(error)).not.toContain('\n');
  });
});
