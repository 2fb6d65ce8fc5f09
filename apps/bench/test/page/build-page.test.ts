import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPage } from '../../src/page/build-page.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sig-page-'));
  mkdirSync(join(folder, 'imagesig'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void =>
  writeFileSync(join(folder, 'imagesig', name), text);

describe('the page of the results', () => {
  it('holds tables and drawings, asks for nothing from elsewhere, and shows text as text', () => {
    write('1.md', '## One\n\n| a | b |\n| - | - |\n| <b>x | 1 \\| 2 |\n');
    write('1.roc.svg', '<svg id="whole"/>');
    write('1.quick.roc.svg', '<svg id="quick"/>');
    const page = buildPage(folder);
    expect(page).toContain('<td>1 | 2</td>');
    expect(page).toMatch(/&lt;b(&gt;|>)x/);
    expect(page).toContain('<svg id="whole"/>');
    expect(page).not.toContain('<svg id="quick"/>');
    expect(page).not.toMatch(/<(script|link|img)|url\(|@import/);
  });

  it('takes a quick run where there is no whole one', () => {
    write('1.quick.md', '## Quick\n');
    write('1.quick.roc.svg', '<svg id="quick"/>');
    expect(buildPage(folder)).toContain('<svg id="quick"/>');
  });

  it('shows tables of one’s own after the others, quick ones where there is no whole one', () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine/first.md'), '## My own\n');
    writeFileSync(join(folder, 'mine/first.quick.md'), '## My quick one\n');
    writeFileSync(join(folder, 'mine/second.quick.md'), '## My second\n');
    write('1.md', '## One\n');
    const page = buildPage(folder);
    const names = [...page.matchAll(/<section id="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['imagesig/1', 'mine/first', 'mine/second']);
    expect(page).not.toContain('My quick one');
    expect(page).toContain('<a href="#mine/second">My second</a>');
  });

  it('says what to do where there is nothing', () => {
    expect(() => buildPage(folder)).toThrow(/holds no results; run a table first/);
    const nowhere = join(folder, 'nowhere');
    expect(() => buildPage(nowhere)).toThrow(/nowhere holds no results/);
  });
});
