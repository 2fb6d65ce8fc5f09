/** A piece of SVG or HTML, made by the tags `svg` and `html`; nothing in it is escaped again. */
export interface Markup {
  readonly markup: string;
}

/** What stands in a template; what is false, null or undefined leaves nothing. */
export type MarkupValue =
  | Markup
  | string
  | number
  | false
  | null
  | undefined
  | readonly MarkupValue[];

/**
 * SVG from a template. Strings are escaped, for text and for attributes in quotes, so that labels and
 * names of files can be anything; numbers are coordinates and are rounded to hundredths.
 *
 * @throws RangeError for a number that is not finite.
 *
 * @example
 * svg`<text x="${10 / 3}">${'a < b'}</text>`.markup; // <text x="3.33">a &lt; b</text>
 */
export function svg(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return join(parts, values, (value) => String(Math.round(value * 100) / 100));
}

/**
 * HTML from a template, escaped as by `svg`; numbers are written as they are.
 *
 * @throws RangeError for a number that is not finite.
 *
 * @example
 * html`<p title="${name}">${['a & b', html`<br>`]}</p>`.markup;
 */
export function html(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return join(parts, values, String);
}

function join(
  parts: TemplateStringsArray,
  values: readonly MarkupValue[],
  writeNumber: (value: number) => string,
): Markup {
  const write = (value: MarkupValue): string => {
    if (value === false || value === null || value === undefined) return '';
    if (typeof value === 'string') return escapeText(value);
    if (typeof value === 'object') {
      return 'markup' in value ? value.markup : value.map(write).join('');
    }
    if (Number.isFinite(value)) return writeNumber(value);
    throw new RangeError(`numbers in markup must be finite, got ${value}`);
  };
  return { markup: String.raw({ raw: parts }, ...values.map(write)) };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML cannot hold, even as a reference: control characters, halves of pairs, two non-characters. */
const UNFIT = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

function escapeText(text: string): string {
  return text.replace(UNFIT, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
