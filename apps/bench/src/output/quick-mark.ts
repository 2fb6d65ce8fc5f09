/** Marks what a quick run measured, in its own cell; a cell that is empty stays so. */
export function quickMark(quick = false): (text: string) => string {
  return (text) => (quick && text !== '' ? `${text} *quick*` : text);
}
