/**
 * What is wrong with a text that is JSON but for a bare NaN or Infinity, as Python's `json.dumps` writes them;
 * undefined where something else is.
 */
export function nanProblem(text: string): string | undefined {
  // What stands between quotes says nothing about numbers.
  const [found] = /-?\b(?:NaN|Infinity)\b/.exec(text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""')) ?? [];
  return found && `it holds ${found}, which is no number of JSON; numbers must be finite`;
}
