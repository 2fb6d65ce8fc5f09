import { ModelFileError } from '../../model-file-error.js';

/** The error for an ONNX file whose parts cannot be read or do not fit together. */
export function invalidOnnx(what: string): ModelFileError {
  return new ModelFileError('invalid', `the ONNX file cannot be used: ${what}; export it anew`);
}

/** The error for a graph that may be right, but whose cost is not known from here on. */
export function uncounted(what: string): ModelFileError {
  return new ModelFileError(
    'not-counted',
    `the multiply-adds of the ONNX file cannot be counted: ${what}; give its cost by hand`,
  );
}

/** A name of the file as a message shows it. */
export function quoted(name: string): string {
  return name.length > 60 ? `"${name.slice(0, 59)}…"` : `"${name}"`;
}
