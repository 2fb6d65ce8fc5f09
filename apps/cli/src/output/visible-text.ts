/** Control characters, and those that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

const SHORT: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Text with what a terminal would obey written as escapes: names of files may hold line breaks, and
 * the labels of somebody's model the codes that rewrite a screen.
 */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0);
    const hexadecimal = code.toString(16).padStart(2, '0');
    return SHORT[character] ?? `\\${code < 256 ? 'x' : 'u'}${hexadecimal}`;
  });
}
