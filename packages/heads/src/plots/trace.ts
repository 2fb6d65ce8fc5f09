import { curveLinear, curveStepBefore, line } from 'd3-shape';

export type Point = readonly [x: number, y: number];

/** What is nearer than this is not seen, in pixels. */
const NEAR = 0.5;

/**
 * The `d` of a path through points in pixels; where one is not finite, the line has a gap. With steps
 * it keeps the height of each point back to the one before.
 */
export function trace(points: readonly Point[], { steps = false } = {}): string {
  const draw = line<Point>()
    .defined(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
    .curve(steps ? curveStepBefore : curveLinear)
    .digits(1);
  return draw(seen(points)) ?? '';
}

/** Points without those right beside the one before; the last one stays. */
function seen(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  points.forEach((point, at) => {
    const before = kept.at(-1);
    const far =
      before === undefined ||
      at === points.length - 1 ||
      !(Math.hypot(point[0] - before[0], point[1] - before[1]) < NEAR);
    if (far) kept.push(point);
  });
  return kept;
}
