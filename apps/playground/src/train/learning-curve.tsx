import type { Curve } from '../session/session.js';

const WIDTH = 360;
const HEIGHT = 120;

/** Loss and held-out accuracy over a training, as it goes on. */
export function LearningCurve({ curve: { loss, accuracy } }: { readonly curve: Curve }) {
  const highest = Math.max(1e-6, ...loss.map(([, value]) => value));
  const scaled = loss.map(([done, value]) => [done, value / highest] as const);
  const last = accuracy.at(-1)?.[1];
  const said = last === undefined ? '' : `, ${Math.round(100 * last)} % of held-out images right`;
  return (
    <figure class="curve">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`learning curve: loss ${loss.at(-1)?.[1].toFixed(3) ?? 'not known yet'}${said}`}
      >
        {[0.25, 0.5, 0.75].map((at) => (
          <path key={at} class="grid" d={`M0,${at * HEIGHT}H${WIDTH}`} />
        ))}
        <path class="loss" d={pathOf(scaled)} />
        <path class="accuracy" d={pathOf(accuracy)} />
      </svg>
      <figcaption>
        <span class="key loss">loss {loss.at(-1)?.[1].toFixed(3)}</span>
        {last !== undefined && (
          <span class="key accuracy">held-out images right {(100 * last).toFixed(1)} %</span>
        )}
      </figcaption>
    </figure>
  );
}

/** Points of [0, 1]² as a path over the picture, 1 at the top. */
function pathOf(points: readonly (readonly [number, number])[]): string {
  return points
    .map(([x, y], at) => {
      const place = `${(x * WIDTH).toFixed(1)},${((1 - y) * (HEIGHT - 4) + 2).toFixed(1)}`;
      return `${at === 0 ? 'M' : 'L'}${place}`;
    })
    .join('');
}
