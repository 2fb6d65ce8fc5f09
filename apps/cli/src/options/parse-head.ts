import { InvalidArgumentError } from 'commander';

/** The heads that `sig train` knows by name. */
export const HEAD_NAMES = [
  'fc',
  'cnn1d',
  'transformer',
  'separable',
  'field',
  'learned-field',
] as const;

export type HeadName = (typeof HEAD_NAMES)[number];

/** The largest preset of a learned field within the budgets that are given. */
export const AUTO_HEAD = 'auto';

/** Reads the name of a head, or the place of a module that exports one: `./my-head.mjs`. */
export function parseHead(text: string): string {
  if (text === AUTO_HEAD || isHeadName(text) || /\.m?js$/.test(text)) return text;
  throw new InvalidArgumentError(
    `It must be ${AUTO_HEAD}, ${HEAD_NAMES.join(', ')}, or a module such as ./my-head.mjs.`,
  );
}

export function isHeadName(text: string | undefined): text is HeadName {
  return HEAD_NAMES.some((name) => name === text);
}
