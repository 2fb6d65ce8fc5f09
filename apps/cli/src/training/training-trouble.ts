import { DivergenceError, type EpochReport } from '@sig/heads';
import { CommandError } from '../errors.js';

/** An error of training in words: where it diverged, also what is left and how to go on. */
export function trainingError(error: unknown, out: string, kept: number | undefined): unknown {
  if (!(error instanceof DivergenceError)) return error;
  const { message, epoch } = error;
  if (kept === undefined) return new CommandError(`${message}; nothing was written`);
  return new CommandError(
    `${message}, from the beginning or with --resume from epoch ${epoch - 1}; ${out} holds the model of epoch ${kept}`,
  );
}

/** A line where a training of some epochs ended no wiser than a guess: it may have exploded. */
export function chanceWarning(
  history: readonly EpochReport[],
  chanceLoss: number,
  learningRate: number,
): string | undefined {
  const last = history.at(-1);
  // The loss of a first epoch is mostly that of weights that have learnt nothing yet.
  if (last === undefined || history.length < 2 || !(last.loss > chanceLoss)) return undefined;
  const lower = Number((learningRate / 10).toPrecision(2));
  return `warning: the last training loss, ${last.loss.toPrecision(4)}, is worse than that of guessing, ${chanceLoss.toPrecision(4)}; train longer or try --learning-rate ${lower}`;
}
