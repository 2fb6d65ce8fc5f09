import type { CArray } from './c-program.js';
import { type CFunction, cFunctions } from './functions/index.js';
import { floatLiteral } from './literals.js';

/** The longest line of a source. */
const LINE = 100;

/** An array as C, as many values a line as fit. */
export function arrayText({ name, data, comment }: CArray): string {
  const type = data instanceof Float32Array ? 'float' : 'int8_t';
  const values = Array.from(data, (value) =>
    data instanceof Float32Array ? floatLiteral(value) : String(value),
  );
  const lines: string[] = [];
  let line = '   ';
  for (const value of values) {
    if (line.length + value.length + 2 > LINE) {
      lines.push(line);
      line = '   ';
    }
    line += ` ${value},`;
  }
  const heading = `/* ${comment} */\nstatic const ${type} ${name}[${data.length}] = {`;
  return [heading, ...lines, line, '};'].join('\n');
}

/** The static functions of these names, and the headers that they need. */
export function functionsText(names: readonly string[]): { code: string; headers: string[] } {
  const functions: CFunction[] = names.map((name) => cFunctions[name]);
  const headers = new Set<string>(functions.flatMap((one) => one.headers ?? []));
  return { code: functions.map(({ code }) => code).join('\n\n'), headers: [...headers].sort() };
}
