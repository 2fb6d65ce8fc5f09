import { statSync } from 'node:fs';
import { CommandError, UsageError } from '../errors.js';
import { listFiles } from '../files/list-files.js';

/** One image to predict: a file, or a test digit of MNIST. */
export interface PredictionInput {
  /** As it is shown. */
  readonly name: string;
  readonly source: { readonly file: string } | { readonly digit: number };
  /** Whether the user named it; a file found in a folder may be skipped without failing. */
  readonly named: boolean;
}

/** What files, folders and `mnist:INDEX` stand for. */
export function predictionInputs(texts: readonly string[]): PredictionInput[] {
  return texts.flatMap((text): PredictionInput[] => {
    const digit = /^mnist:(.*)$/.exec(text);
    if (digit !== null) {
      if (!/^\d{1,5}$/.test(digit[1])) {
        throw new UsageError(
          `mnist: takes the number of a test digit, such as mnist:7, got ${text}`,
        );
      }
      return [{ name: text, source: { digit: Number(digit[1]) }, named: true }];
    }
    const found = statSync(text, { throwIfNoEntry: false });
    if (found === undefined) throw new CommandError(`${text}: there is no such file or folder`);
    if (!found.isDirectory()) return [{ name: text, source: { file: text }, named: true }];
    const files = listFiles(text);
    if (files.length === 0) throw new CommandError(`${text}: the folder has no files`);
    return files.map((file) => ({ name: file, source: { file }, named: false }));
  });
}
