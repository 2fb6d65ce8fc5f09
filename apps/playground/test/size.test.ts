import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { page } from './browser/serve-page.js';

const files = readdirSync(page, { recursive: true, encoding: 'utf8' });

it('keeps scripts, kernels and styles within 150 kB gzipped', () => {
  const counted = files.filter((name) => /\.(js|css|wasm|html)$/.test(name));
  const sizes = counted.map(
    (name) => gzipSync(readFileSync(join(page, name)), { level: 9 }).length,
  );
  expect(counted.length).toBeGreaterThan(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(150_000);
});

it('has no code that makes code of text, which its policy forbids', () => {
  const scripts = files.filter((name) => name.endsWith('.js'));
  for (const name of scripts) {
    expect(readFileSync(join(page, name), 'utf8')).not.toMatch(/new Function|\beval\(/);
  }
});

it('allows no connections', () => {
  const html = readFileSync(join(page, 'index.html'), 'utf8');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/
    .exec(html)?.[1]
    .replaceAll('&#39;', "'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain("'unsafe-eval'");
  // Before anything that it is about.
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
});
