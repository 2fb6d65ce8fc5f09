import { html, type Markup, type MarkupValue } from '@sig/heads/plots';
import { visibleText } from '../output/visible-text.js';

/** A part of a page with its heading and a sentence about it. */
export function section(title: string, about: string, ...content: readonly MarkupValue[]): Markup {
  return html`<section>
<h2>${title}</h2>
<p>${visibleText(about)}</p>
${content}
</section>
`;
}

/** A table whose first row is its head; the first column begins at the left. */
export function table(
  rows: readonly (readonly string[])[],
  { words = false, head = true }: { words?: boolean; head?: boolean } = {},
): Markup {
  const cells = (row: readonly string[], tag: 'th' | 'td'): MarkupValue =>
    row.map((cell) =>
      tag === 'th' ? html`<th>${visibleText(cell)}</th>` : html`<td>${visibleText(cell)}</td>`,
    );
  const body = (head ? rows.slice(1) : rows).map((row) => html`<tr>${cells(row, 'td')}</tr>\n`);
  const top = head && html`<thead><tr>${cells(rows[0], 'th')}</tr></thead>`;
  return html`<div class="scroll"><table${words && html` class="words"`}>${top}<tbody>
${body}</tbody></table></div>`;
}
