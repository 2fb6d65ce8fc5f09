/** What is wrong with a file, for programs; the message says it in words. */
export type ModelFileProblem =
  | 'not-a-model'
  | 'cut-short'
  | 'wrong-checksum'
  | 'newer-version'
  | 'invalid'
  | 'not-counted';

/** Characters of the longest message. */
const LONGEST = 500;

/** Thrown for bytes that hold no readable model; the message is one line and says what to do. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
  readonly problem: ModelFileProblem;

  constructor(problem: ModelFileProblem, message: string) {
    // It may quote the file, which can hold line ends and terminal codes.
    super(message.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, LONGEST));
    this.problem = problem;
  }
}

/** The error for a model file whose parts do not fit together. */
export function invalidModel(what: string): ModelFileError {
  return new ModelFileError('invalid', `the model file cannot be used: ${what}; train anew`);
}
