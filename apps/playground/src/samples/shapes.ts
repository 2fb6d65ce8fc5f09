import { seededRandom } from '@sig/kernels/random';
import { drawPixels } from '../images/decode-image.js';
import type { Pixels } from '../link/learner.js';

/** The shapes that can be told apart; each is drawn around the origin with a reach of 1. */
export const SHAPES = {
  circle: (path: Path2D) => path.arc(0, 0, 0.9, 0, 2 * Math.PI),
  square: (path: Path2D) => path.rect(-0.8, -0.8, 1.6, 1.6),
  triangle: (path: Path2D) => polygon(path, 3, [1]),
  star: (path: Path2D) => polygon(path, 10, [1, 0.42]),
} as const;

export type ShapeName = keyof typeof SHAPES;

const SIDE = 64;

/** Shapes of one kind in any colour, place, size and turn on any ground; the same seed, the same pixels. */
export function drawShapes(name: ShapeName, count: number, seed: number): Pixels[] {
  const random = seededRandom(seed);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser gives no canvas to draw on');
  return Array.from({ length: count }, () => {
    drawShape(context, name, random);
    return drawPixels(canvas, SIDE, SIDE, SIDE);
  });
}

function drawShape(context: CanvasRenderingContext2D, name: ShapeName, random: () => number): void {
  const between = (low: number, high: number): number => low + (high - low) * random();
  const hue = between(0, 360);
  const light = random() < 0.5;
  context.resetTransform();
  context.fillStyle = `hsl(${between(0, 360)} ${between(5, 40)}% ${light ? 85 : 18}%)`;
  context.fillRect(0, 0, SIDE, SIDE);
  const size = between(0.22, 0.4) * SIDE;
  context.translate(between(size, SIDE - size), between(size, SIDE - size));
  context.rotate(between(0, 2 * Math.PI));
  context.scale(size, size);
  const path = new Path2D();
  SHAPES[name](path);
  context.fillStyle = `hsl(${hue} ${between(50, 90)}% ${light ? between(25, 50) : between(55, 75)}%)`;
  context.fill(path);
}

/** Corners around the origin, their distances by turns. */
function polygon(path: Path2D, corners: number, reach: readonly number[]): void {
  for (let corner = 0; corner < corners; corner++) {
    const angle = (2 * Math.PI * corner) / corners - Math.PI / 2;
    const distance = reach[corner % reach.length];
    path.lineTo(distance * Math.cos(angle), distance * Math.sin(angle));
  }
  path.closePath();
}
