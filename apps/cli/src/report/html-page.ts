import { html, type Markup } from '@sig/heads/plots';
import { visibleText } from '../output/visible-text.js';

/** No scripts, and nothing from anywhere else: the page may hold names that strangers chose. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--text:#1f2328;--muted:#646c76;--faint:#dfe3e8;--wrong:#c9510c}
@media (prefers-color-scheme:dark){:root{--ground:#14171b;--text:#e6e9ed;--muted:#98a1ab;--faint:#343a42;--wrong:#f08b4b}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:1120px;margin:0 auto;padding:24px 20px 60px}
h1{font-size:24px;line-height:1.25;margin:0;overflow-wrap:anywhere}
h2{font-size:17px;margin:44px 0 4px;padding-top:14px;border-top:1px solid var(--faint)}
p{margin:4px 0 14px;color:var(--muted);max-width:72ch;overflow-wrap:anywhere}
svg{max-width:100%;height:auto;display:block}
.figures{display:flex;flex-wrap:wrap;gap:14px 44px;margin:22px 0 0;padding:0}
.figures div{min-width:118px}
h3{font-size:14px;font-weight:600;margin:18px 0 8px}
dt{color:var(--muted);font-size:13px}
dd{margin:0;font-size:26px;font-weight:600;line-height:1.2;font-variant-numeric:tabular-nums}
dd small{display:block;font-size:12px;font-weight:400;color:var(--muted)}
.wide,.curves{display:flex;flex-wrap:wrap;gap:22px 30px;align-items:flex-start}
.curves{gap:18px 22px}
.scroll{overflow-x:auto}
.scroll svg{max-width:none}
table{border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums}
th,td{text-align:right;padding:4px 0 4px 22px;border-bottom:1px solid var(--faint);font-weight:400;vertical-align:top}
th:first-child,td:first-child{text-align:left;padding-left:0;overflow-wrap:anywhere}
thead th{color:var(--muted);font-size:13px}
.words td{text-align:left;overflow-wrap:anywhere}
.mistakes{display:grid;grid-template-columns:repeat(auto-fill,minmax(132px,1fr));gap:20px 16px;margin:0;padding:0;list-style:none}
.mistakes img{width:100%;max-width:160px;display:block;border-radius:3px}
.mistakes .small{image-rendering:pixelated}
.mistakes span{display:block;font-size:12px;line-height:1.4;color:var(--muted);overflow-wrap:anywhere}
.mistakes .was{color:var(--text);font-size:13px;margin-top:5px}
.mistakes .called{color:var(--wrong);font-size:13px}
`;

/** A whole page that needs no script and no network, and is readable on a phone, in light and in dark. */
export function htmlPage(title: string, content: readonly (Markup | undefined)[]): string {
  const style: Markup = { markup: `<style>${STYLE}</style>` };
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta http-equiv="Content-Security-Policy" content="${POLICY}"/>
<meta name="color-scheme" content="light dark"/>
<title>${visibleText(title)}</title>
${style}
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`.markup;
}
