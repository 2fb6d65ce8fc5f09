import type { Pixels } from '../link/learner.js';
import { DIGIT, DIGITS_A_CLASS } from './digit-sprite.js';

/** Digits of MNIST, [digit][sample]. */
export async function loadDigits(address: string): Promise<Pixels[][]> {
  const sprite = new Image();
  sprite.src = address;
  await sprite.decode().catch(() => {
    throw new Error('the digits cannot be loaded; is the page online, or was it loaded once?');
  });
  const canvas = document.createElement('canvas');
  canvas.width = sprite.naturalWidth;
  canvas.height = sprite.naturalHeight;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser gives no canvas to read images with');
  context.drawImage(sprite, 0, 0);
  return Array.from({ length: 10 }, (_, digit) =>
    Array.from({ length: DIGITS_A_CLASS }, (_sample, sample) => {
      const { data } = context.getImageData(sample * DIGIT, digit * DIGIT, DIGIT, DIGIT);
      return { width: DIGIT, height: DIGIT, data };
    }),
  );
}
