import { ModelFileError } from '../model-file-error.js';

/** Reads the few JSON values a header may hold, strictly and in order. */
export interface HeaderReader {
  string(): string;
  /** An integer from 0 to 2^53 - 1, written in digits alone. */
  count(): number;
  /** A list; `item` reads one element. */
  list(item: () => void): void;
  /** An object; `member` reads the value of one key. A key that occurs twice is refused. */
  object(member: (key: string) => void): void;
  /** Nothing but white space may be left. */
  end(): void;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * A reader over a header's text.
 *
 * JSON.parse would take duplicate keys and build whatever a hostile header nests, many times the
 * file's size; this one knows only what a header can hold and builds nothing else.
 */
export function createHeaderReader(text: string): HeaderReader {
  let at = 0;

  const fail = (wanted: string): never => {
    throw new ModelFileError(
      'not-a-model',
      `not a safetensors file: its header has no ${wanted} at character ${at}; give a model that sig train has written`,
    );
  };
  const peek = (): string => {
    while (at < text.length && ' \n\r\t'.includes(text[at])) at++;
    return text[at] ?? '';
  };
  const take = (mark: string): boolean => {
    if (peek() !== mark) return false;
    at++;
    return true;
  };
  const expect = (mark: string): void => {
    if (!take(mark)) fail(`'${mark}'`);
  };
  const sequence = (open: string, close: string, element: () => void): void => {
    expect(open);
    if (take(close)) return;
    do element();
    while (take(','));
    expect(close);
  };

  const string = (): string => {
    if (peek() !== '"') fail('string');
    let end = at + 1;
    for (let code = text.charCodeAt(end); code !== QUOTE; code = text.charCodeAt(end)) {
      if (end >= text.length) fail('end of the string');
      end += code === BACKSLASH ? 2 : 1;
    }
    try {
      const value: string = JSON.parse(text.slice(at, end + 1));
      at = end + 1;
      return value;
    } catch {
      return fail('valid string');
    }
  };

  return {
    string,
    count() {
      peek();
      const digits = /(?:0|[1-9]\d{0,15})(?![\d.eE])/y;
      digits.lastIndex = at;
      const value = Number(digits.exec(text)?.[0] ?? Number.NaN);
      if (!Number.isSafeInteger(value)) fail('whole number');
      at = digits.lastIndex;
      return value;
    },
    list: (item) => sequence('[', ']', item),
    object(member) {
      const seen = new Set<string>();
      sequence('{', '}', () => {
        const key = string();
        if (seen.has(key)) fail(`new key (${JSON.stringify(key.slice(0, 40))} comes twice)`);
        seen.add(key);
        expect(':');
        member(key);
      });
    },
    end() {
      if (peek() !== '') fail('end');
    },
  };
}
