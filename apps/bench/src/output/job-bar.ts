import { Presets, SingleBar } from 'cli-progress';
import type { Job } from '../jobs/list-jobs.js';
import { clock } from './clock.js';

/** The words about trainings in many processes, on stderr. */
export interface JobBar {
  /** A set is being decoded. */
  decode(name: string): void;
  update(share: number, done: number, running: readonly string[]): void;
  end(): void;
}

/** Milliseconds from a line to the next where stderr is no terminal. */
const PAUSE = 15_000;

/** One bar for all trainings with the time that is left; a line now and then where there is no terminal. */
export function createJobBar(
  jobs: readonly Job[],
  processes: number,
  now: () => number = () => performance.now(),
): JobBar {
  const seconds = jobs.reduce((sum, job) => sum + job.seconds, 0);
  const started = now();
  let spoken = Number.NEGATIVE_INFINITY;
  let bar: SingleBar | undefined;
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  say(
    `${jobs.length} trainings in ${processes} ${processes === 1 ? 'process' : 'processes'}, about ${clock(seconds / processes)} on two threads each; after Ctrl-C the same command goes on where it was`,
  );
  return {
    decode: (name) => say(`decoding ${name}`),
    update(share, done, running) {
      const elapsed = (now() - started) / 1000;
      const left = share > 0 ? (elapsed * (1 - share)) / share : seconds / processes;
      const words = `${done}/${jobs.length}, ${clock(left)} left`;
      if (!process.stderr.isTTY) {
        if (now() - spoken < PAUSE) return;
        spoken = now();
        say(`${(100 * share).toFixed(1)} %, ${words}: ${running[0] ?? ''}`);
        return;
      }
      if (bar === undefined) {
        const format = '{bar} {percentage} % · {words} · {name}';
        const options = {
          format,
          clearOnComplete: true,
          gracefulExit: false,
          stream: process.stderr,
        };
        bar = new SingleBar(options, Presets.shades_grey);
        bar.start(1000, 0, { words, name: '' });
      }
      bar.update(Math.round(1000 * share), { words, name: (running[0] ?? '').slice(0, 60) });
    },
    end: () => bar?.stop(),
  };
}
