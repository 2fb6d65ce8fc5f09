import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Example {
  title: string;
  folder: string;
  code: string;
}

/** Every ```ts block of a package's README, named by the heading above it. */
function examplesOf(folder: string): Example[] {
  const readme = join(root, 'packages', folder, 'README.md');
  if (!existsSync(readme)) return [];
  const text = readFileSync(readme, 'utf8');
  return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map((match, index) => {
    const heading = [...text.slice(0, match.index).matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? '';
    return { title: `${folder}: ${heading} (${index + 1})`, folder, code: match[1] };
  });
}

const examples = readdirSync(join(root, 'packages')).flatMap(examplesOf);

describe('the examples in the readmes', () => {
  it.each(examples)('$title prints what it says', async ({ folder, code }) => {
    // Inside the package, so that its own name and its dependencies resolve.
    const place = mkdtempSync(join(root, 'packages', folder, 'dist', 'example-'));
    try {
      const script = join(place, 'example.mjs');
      writeFileSync(script, (await transform(code, { loader: 'ts' })).code);
      const printed = execFileSync(process.execPath, [script], { encoding: 'utf8', cwd: place });
      const promised = [...code.matchAll(/console\.log\(.*\/\/ → (.*)$/gm)].map(
        (match) => match[1],
      );
      const lines = printed.split('\n').map((line) => line.trim());
      for (const line of promised) expect(lines).toContain(line.trim());
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});
