import { visibleText } from './output/visible-text.js';

/** The command ended as wished. */
export const EXIT_OK = 0;
/** The command could not do what it was asked for; one line on stderr says why. */
export const EXIT_ERROR = 1;
/** The command was called wrongly. */
export const EXIT_USAGE = 2;
/** The command was stopped by Ctrl-C or SIGTERM, as a shell counts it. */
export const EXIT_INTERRUPTED = 130;

/** What the user asked for cannot be; the message says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The command was called with options that are wrong or do not go together. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Ctrl-C or SIGTERM ended the command before it was done. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return EXIT_USAGE;
  if (error instanceof InterruptedError) return EXIT_INTERRUPTED;
  return EXIT_ERROR;
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'the name is too long',
};

/** An error in one line of words; the stack comes with it only where SIG_DEBUG is set. */
export function describeError(error: unknown): string {
  if (process.env.SIG_DEBUG && error instanceof Error && error.stack) return error.stack;
  const message = error instanceof Error ? error.message : String(error);
  return visibleText(reasonOf(error) ?? (message.trim() || 'something went wrong without a word'));
}

/** An error of the system in words. */
function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  const reason = REASONS[String(error.code)];
  if (reason === undefined || !('path' in error)) return reason;
  return `${error.path || "''"}: ${reason}`;
}
