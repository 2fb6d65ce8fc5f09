import { describe, expect, it } from 'vitest';
import { imageStreams } from '../../src/paths/image-streams.js';

const image = {
  width: 2,
  height: 3,
  channels: 1 as const,
  data: Uint8Array.of(0, 51, 102, 153, 204, 255),
};

describe('imageStreams', () => {
  it('gives the rows from left to right', () => {
    const rows = imageStreams(image, { dtype: 'float64' });
    expect(rows.shape).toEqual([3, 2, 1]);
    expect([rows.get(0, 1, 0), rows.get(2, 0, 0)]).toEqual([0.2, 0.8]);
  });

  it('gives the columns from top to bottom', () => {
    const columns = imageStreams(image, { direction: 'columns', dtype: 'float64' });
    expect(columns.shape).toEqual([2, 3, 1]);
    expect([columns.get(0, 1, 0), columns.get(1, 2, 0)]).toEqual([0.4, 1]);
  });

  it('adds time and the basepoint', () => {
    const columns = imageStreams(image, { direction: 'columns', time: true, basepoint: true });
    expect(columns.shape).toEqual([2, 4, 2]);
    expect(columns.dtype).toBe('float32');
    const times = [0, 1, 2, 3].map((point) => columns.get(1, point, 1));
    expect(times).toEqual([0, 0, 0.5, 1]);
    expect(columns.get(1, 0, 0)).toBe(0);
  });

  it('refuses directions and types that it does not know', () => {
    const options: object[] = [{ direction: 'both' }, { dtype: 'uint8' }];
    expect(() => imageStreams(image, options[0])).toThrow(
      'direction must be rows or columns, got both',
    );
    expect(() => imageStreams(image, options[1])).toThrow(
      'dtype must be float32 or float64, got uint8',
    );
  });

  it('refuses an image whose bytes do not fit', () => {
    expect(() => imageStreams({ ...image, height: 2 })).toThrow(
      'an image of 2×2×1 has 4 bytes, got 6',
    );
  });
});
