import { SingleBar } from 'cli-progress';
import { barWidth } from './bar-width.js';
import { formatCount } from './format.js';

/** Where the words about work in progress go. */
export interface Progress {
  /** A line that stays. */
  note(line: string): void;
  /** Work of `total` pieces begins. */
  begin(what: string, total: number): void;
  /** So many pieces are done. */
  update(done: number): void;
  /** The work is done or has failed; its bar goes away, which would keep the process alive. */
  end(): void;
}

/** No words at all. */
const silent: Progress = { note() {}, begin() {}, update() {}, end() {} };

/** A bar where stderr is a terminal, else a line now and then. */
export function createProgress({ quiet = false }: { quiet?: boolean }): Progress {
  if (quiet) return silent;
  // A dumb terminal moves no cursor.
  const moves = process.stderr.isTTY && process.env.TERM !== 'dumb';
  return moves ? terminalProgress() : plainProgress();
}

function terminalProgress(): Progress {
  let bar: SingleBar | undefined;
  const end = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    note(line) {
      end();
      process.stderr.write(`${line}\n`);
    },
    begin(what, total) {
      end();
      bar = new SingleBar({
        format: `${what} {bar} {value}/{total} · {eta_formatted} left`,
        barCompleteChar: '█',
        barIncompleteChar: '░',
        barsize: barWidth(what, total, process.stderr.columns || 80),
        clearOnComplete: true,
        stopOnComplete: false,
        // Nothing of the terminal is changed that a sudden end would leave changed.
        linewrap: true,
        // Ctrl-C belongs to the command.
        gracefulExit: false,
        stream: process.stderr,
      });
      bar.start(total, 0);
    },
    update: (done) => bar?.update(done),
    end,
  };
}

/** Seconds of silence after which a line is due. */
const SILENCE = 10;

function plainProgress(): Progress {
  let what = '';
  let total = 0;
  let spoken = 0;
  const note = (line: string): void => {
    process.stderr.write(`${line}\n`);
    spoken = performance.now();
  };
  return {
    note,
    begin(nextWhat, nextTotal) {
      what = nextWhat;
      total = nextTotal;
      spoken = performance.now();
    },
    update(done) {
      if (performance.now() - spoken > SILENCE * 1000) {
        note(`${what} ${formatCount(done)}/${formatCount(total)}`);
      }
    },
    end() {},
  };
}
