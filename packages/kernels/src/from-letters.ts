/** The same as in scripts/build-wasm.mjs. */
const LETTERS = 'etaoinsrhldcumfp';

/**
 * The bytes that a text of two letters each stands for, 16 letters being the digits of a hexadecimal.
 *
 * gzip finds what repeats in it, as it does not in base64, and these are the letters that it has the
 * shortest codes for, because the program around them is full of them.
 */
export function fromLetters(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, index) => {
    const high = LETTERS.indexOf(text[2 * index]);
    return 16 * high + LETTERS.indexOf(text[2 * index + 1]);
  });
}
