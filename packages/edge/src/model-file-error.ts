/** What is wrong with a file, for programs; the message says it in words. */
export type ModelFileProblem =
  | 'not-a-model'
  | 'cut-short'
  | 'wrong-checksum'
  | 'newer-version'
  | 'invalid';

/** Thrown for bytes that hold no readable model; the message is one line and says what to do. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
  readonly problem: ModelFileProblem;

  constructor(problem: ModelFileProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}
