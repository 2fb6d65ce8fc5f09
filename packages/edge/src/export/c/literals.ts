/** The longest string that C99 promises to take, in bytes. */
const LONGEST_STRING = 4095;

/** A float32 number as C reads it back, in as few digits as that takes. */
export function floatLiteral(value: number): string {
  let digits = 1;
  while (digits < 9 && Math.fround(Number(value.toPrecision(digits))) !== value) digits++;
  const text = value === 0 ? '0' : String(Number(value.toPrecision(digits)));
  return `${Object.is(value, -0) ? '-' : ''}${/[.e]/.test(text) ? text : `${text}.0`}f`;
}

/**
 * Any text as a C string in UTF-8. What is not a plain character becomes an octal escape, which unlike
 * a hexadecimal one has an end, and a question mark cannot begin a trigraph.
 *
 * @throws RangeError for more bytes than C99 promises to take.
 */
export function stringLiteral(text: string): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > LONGEST_STRING) {
    throw new RangeError(
      `a label must have at most ${LONGEST_STRING} bytes in C, got ${bytes.length}: ${text.slice(0, 40)}…`,
    );
  }
  const characters = Array.from(bytes, (byte) => {
    const plain = byte >= 0x20 && byte < 0x7f && !'"\\?'.includes(String.fromCharCode(byte));
    return plain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `"${characters.join('')}"`;
}

/** Any text as the beginning of identifiers: letters, digits and underscores, a letter first. */
export function identifier(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  return /^[A-Za-z]/.test(plain) ? plain : `model_${plain}`.replace(/_$/, '');
}
