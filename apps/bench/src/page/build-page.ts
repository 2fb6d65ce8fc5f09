import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { marked } from 'marked';
import { tables } from '../tables/list-tables.js';

/** Rules of the page; plots bring their own. */
const STYLE = `
:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
body{max-width:76rem;margin:2rem auto;padding:0 1rem}
nav ul{columns:2;padding-left:1.2rem}
section{border-top:1px solid #8885;margin-top:2.5rem}
div.table{overflow-x:auto}
table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums}
th,td{padding:.25rem .6rem;border-bottom:1px solid #8883;white-space:nowrap}
th{vertical-align:bottom;white-space:normal;min-width:5rem}
figure{display:inline-block;margin:.5rem 1rem .5rem 0}
svg{max-width:100%;height:auto}
`;

/**
 * One HTML page, whole in itself, of all results that a folder holds: each table as its Markdown says it,
 * with the drawings beside it; tables of one's own come last.
 *
 * @throws RangeError where the folder holds no result.
 */
export function buildPage(folder: string): string {
  const found = tables.flatMap(({ name, title }) => {
    // A quick run stands in where there is no whole one, and says so.
    const file = [name, `${name}.quick`].find((one) => existsSync(join(folder, `${one}.md`)));
    return file === undefined ? [] : [{ name, title, file }];
  });
  const known = new Set(tables.map(({ name }) => name));
  found.push(...ownTables(folder).filter(({ name }) => !known.has(name)));
  if (found.length === 0) {
    throw new RangeError(`${folder} holds no results; run a table first, such as imagesig/1`);
  }
  const list = found.map(({ name, title }) => `<li><a href="#${name}">${plain(title)}</a></li>`);
  const parts = found.map(({ name, file }) => {
    const text = readFileSync(join(folder, `${file}.md`), 'utf8');
    const html = marked.parse(plain(text), { async: false });
    const wrapped = html.replaceAll('<table>', '<div class="table"><table>');
    const closed = wrapped.replaceAll('</table>', '</table></div>');
    return `<section id="${name}">\n${closed}\n${plotsOf(folder, file)}</section>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>@sig benchmarks</title>
<style>${STYLE}</style>
<h1>@sig benchmarks</h1>
<p>Each cell is <em>paper | measured</em>, where the paper has the cell; the set that was measured stands in its head.</p>
<nav><ul>${list.join('')}</ul></nav>
${parts.join('\n')}
</html>
`;
}

/** Every table in a folder by the name of its file: those of one's own are in no list. */
function ownTables(folder: string): { name: string; title: string; file: string }[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.split(sep).join('/').slice(0, -'.md'.length))
    .sort();
  const whole = new Set(files.filter((file) => !file.endsWith('.quick')));
  const shown = files.filter(
    (file) => whole.has(file) || !whole.has(file.slice(0, -'.quick'.length)),
  );
  return shown.map((file) => {
    const [, title = file] =
      /^## (.*)$/m.exec(readFileSync(join(folder, `${file}.md`), 'utf8')) ?? [];
    return { name: file.replace(/\.quick$/, ''), title, file };
  });
}

/** The SVG files beside a table, in the order of their names. */
function plotsOf(folder: string, name: string): string {
  const place = join(folder, dirname(name));
  return readdirSync(place)
    .filter((file) => file.startsWith(`${basename(name)}.`) && file.endsWith('.svg'))
    .filter((file) => name.endsWith('.quick') || !file.includes('.quick.'))
    .sort()
    .map((file) => `<figure>${readFileSync(join(place, file), 'utf8').trim()}</figure>\n`)
    .join('');
}

/** Text of results is text, never markup. */
function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
