import { describe, expect, it } from 'vitest';
import { toGrey } from '../../src/image/to-grey.js';

function rgb(...data: number[]) {
  return { width: data.length / 3, height: 1, channels: 3 as const, data: Uint8Array.from(data) };
}

describe('toGrey', () => {
  it('is the luma of BT.601, rounded half up', () => {
    const pure = toGrey(rgb(255, 0, 0, 0, 255, 0, 0, 0, 255));
    // 76.245, 149.685, 29.07
    expect(Array.from(pure.data)).toEqual([76, 150, 29]);
    // 0.299 · 5 + 0.587 · 0 + 0.114 · 0 = 1.495 and 0.114 · 250 = 28.5
    expect(Array.from(toGrey(rgb(5, 0, 0, 0, 0, 250)).data)).toEqual([1, 29]);
  });

  it('keeps the value of every grey', () => {
    const greys = Array.from({ length: 256 }, (_, value) => value);
    const grey = toGrey(rgb(...greys.flatMap((value) => [value, value, value])));
    expect(Array.from(grey.data)).toEqual(greys);
  });

  it('composites alpha on white first', () => {
    const data = Uint8Array.of(0, 0, 0, 51);
    expect(toGrey({ width: 1, height: 1, channels: 4, data }).data[0]).toBe(204);
    expect(toGrey({ width: 1, height: 2, channels: 2, data }).data).toEqual(
      Uint8Array.of(255, 204),
    );
  });

  it('leaves grey as it is', () => {
    const image = { width: 1, height: 1, channels: 1 as const, data: Uint8Array.of(9) };
    expect(toGrey(image).data).toBe(image.data);
  });
});
