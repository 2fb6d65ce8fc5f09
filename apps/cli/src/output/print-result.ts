/** Prints a result: one JSON object, or words. */
export function printResult(json: boolean | undefined, object: object, words: () => string): void {
  process.stdout.write(`${json ? JSON.stringify(object) : words()}\n`);
}
