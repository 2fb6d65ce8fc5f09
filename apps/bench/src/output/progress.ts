import type { BatchReport } from '@sig/heads';
import { SingleBar } from 'cli-progress';

/** The words about experiments at work, on stderr. */
export interface Progress {
  /** An experiment begins. */
  begin(name: string, done: number, total: number): void;
  update(report: BatchReport): void;
  /** A line that stays. */
  note(line: string): void;
  end(): void;
}

/** A bar an experiment where stderr is a terminal, else a line now and then. */
export function createProgress(): Progress {
  let bar: SingleBar | undefined;
  let name = '';
  let spoken = 0;
  const end = (): void => {
    bar?.stop();
    bar = undefined;
  };
  const note = (line: string): void => {
    end();
    process.stderr.write(`${line}\n`);
    spoken = performance.now();
  };
  return {
    note,
    end,
    begin(next, done, total) {
      name = `[${done + 1}/${total}] ${next}`;
      note(name);
    },
    update({ step, steps, epoch, epochs, loss }) {
      if (!process.stderr.isTTY) {
        if (performance.now() - spoken > 30_000) {
          note(`${name}: epoch ${epoch}/${epochs}, loss ${loss.toFixed(3)}`);
        }
        return;
      }
      if (bar === undefined) {
        bar = new SingleBar({
          format: '{bar} {value}/{total} steps, loss {loss} · {eta_formatted} left',
          clearOnComplete: true,
          gracefulExit: false,
          stream: process.stderr,
        });
        bar.start(steps, step, { loss: '' });
      }
      bar.update(step, { loss: loss.toFixed(3) });
    },
  };
}
