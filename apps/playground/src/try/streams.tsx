import type { Inside } from '../link/learner.js';
import { ImageCanvas } from '../page/image-canvas.js';

const WIDTH = 300;
const HEIGHT = 74;

/** A row or a column of the image as the path that it is. */
interface Line {
  readonly name: string;
  /** [channel][point], from 0 to 1. */
  readonly channels: readonly (readonly number[])[];
}

/** The image at the model's size, and three of its lines as paths: each channel over the position. */
export function Streams({ inside }: { readonly inside: Inside }) {
  const lines = pickLines(inside);
  const { width, height, pixels: data } = inside;
  return (
    <div class="streams">
      <figure class="seen">
        <ImageCanvas image={{ width, height, data }} label="the image as the model sees it" />
        <figcaption>
          what it sees: {width} × {height}
        </figcaption>
      </figure>
      <div class="lines">
        {lines.map(({ name, channels }) => (
          <figure key={name}>
            <svg
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={`${name} as a path, a line for each colour`}
            >
              <path class="grid" d={`M0,1H${WIDTH}M0,${HEIGHT - 1}H${WIDTH}`} />
              {channels.map((values, channel) => (
                <path
                  key={channel}
                  class={channels.length === 1 ? 'grey' : ['red', 'green', 'blue'][channel]}
                  d={traceOf(values)}
                />
              ))}
            </svg>
            <figcaption>{name}</figcaption>
          </figure>
        ))}
      </div>
    </div>
  );
}

/** Lines spread over the image: two rows and a column, or three of the one direction. */
function pickLines(inside: Inside): Line[] {
  const { direction, width, height } = inside;
  const row = (share: number): Line => lineOf(inside, 'row', Math.floor(share * height));
  const column = (share: number): Line => lineOf(inside, 'column', Math.floor(share * width));
  if (direction === 'rows') return [row(0.25), row(0.5), row(0.75)];
  if (direction === 'columns') return [column(0.25), column(0.5), column(0.75)];
  return [row(0.33), row(0.67), column(0.5)];
}

function lineOf({ width, height, channels, pixels }: Inside, kind: string, at: number): Line {
  const [first, step, length] = kind === 'row' ? [at * width, 1, width] : [at, width, height];
  return {
    name: `${kind} ${at}`,
    channels: Array.from({ length: channels }, (_, channel) =>
      Array.from({ length }, (_point, t) => pixels[(first + t * step) * channels + channel] / 255),
    ),
  };
}

function traceOf(values: readonly number[]): string {
  const step = WIDTH / Math.max(1, values.length - 1);
  return values
    .map((value, t) => {
      const y = 2 + (1 - value) * (HEIGHT - 4);
      return `${t === 0 ? 'M' : 'L'}${(t * step).toFixed(1)},${y.toFixed(1)}`;
    })
    .join('');
}
