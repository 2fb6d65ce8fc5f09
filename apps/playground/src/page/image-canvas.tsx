import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Pixels } from '../link/learner.js';

export interface ImageCanvasProps {
  readonly image: Pixels;
  /** For those who cannot see it. */
  readonly label: string;
  readonly class?: string;
}

/** An image, drawn as it is and scaled by the page's styles. */
export function ImageCanvas({ image, label, class: name }: ImageCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(toImageData(image), 0, 0);
  }, [image]);
  return (
    <canvas
      ref={canvas}
      class={name}
      width={image.width}
      height={image.height}
      role="img"
      aria-label={label}
    />
  );
}

/** Pixels of 1, 3 or 4 bytes as a canvas takes them. */
export function toImageData({ width, height, data }: Pixels): ImageData {
  const channels = data.length / (width * height);
  const image = new ImageData(width, height);
  for (let at = 0; at < width * height; at++) {
    for (let channel = 0; channel < 3; channel++) {
      image.data[4 * at + channel] = data[channels * at + Math.min(channel, channels - 1)];
    }
    image.data[4 * at + 3] = channels === 4 ? data[4 * at + 3] : 255;
  }
  return image;
}
