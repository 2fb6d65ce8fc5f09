import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = readdirSync(join(root, 'packages'));
const changesets = readdirSync(join(root, '.changeset')).filter((name) => name.endsWith('.md'));

// A formatter of Markdown takes the lines on top for a heading, and no release can be made then.
it.each(changesets)('%s names packages and kinds of release, then says why', (name) => {
  const text = readFileSync(join(root, '.changeset', name), 'utf8');
  const [, top = ''] =
    /^---\n((?:"@sig\/[a-z-]+": (?:patch|minor|major)\n)+)---\n\n\S/.exec(text) ?? [];
  const named = [...top.matchAll(/@sig\/([a-z-]+)/g)].map((match) => match[1]);
  expect(named).not.toEqual([]);
  for (const one of named) expect(packages).toContain(one);
});
