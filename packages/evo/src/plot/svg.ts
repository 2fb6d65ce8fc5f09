/** A piece of SVG text. */
export type SvgText = string;

/** An SVG element; attribute values and text are escaped, numbers rounded to hundredths. */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly SvgText[] = [],
): SvgText {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  const open = `<${name}${written.join('')}`;
  return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`;
}

/** Text as SVG. */
export function svgText(text: string): SvgText {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function attribute(value: string | number): string {
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  return svgText(value).replaceAll('"', '&quot;');
}
