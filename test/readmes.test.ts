import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import ts from 'typescript';
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

/** Writes an example inside its package, so that its own name and its dependencies resolve. */
function place({ folder, code }: Example, name: string): { folder: string; file: string } {
  const made = mkdtempSync(join(root, 'packages', folder, 'dist', 'example-'));
  const file = join(made, name);
  writeFileSync(file, code);
  return { folder: made, file };
}

describe('the examples in the readmes', () => {
  it('are right in strict TypeScript', () => {
    // The export makes each a module, whose names are its own.
    const placed = examples.map(({ code, ...rest }) =>
      place({ ...rest, code: `${code}\nexport {};\n` }, 'example.ts'),
    );
    try {
      const program = ts.createProgram(
        placed.map(({ file }) => file),
        {
          target: ts.ScriptTarget.ES2022,
          module: ts.ModuleKind.ESNext,
          moduleResolution: ts.ModuleResolutionKind.Bundler,
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          types: ['node'],
          typeRoots: [join(root, 'node_modules', '@types')],
        },
      );
      const errors = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
        const index = placed.findIndex((one) => one.file === file?.fileName);
        return `${examples[index]?.title}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      });
      expect(errors).toEqual([]);
    } finally {
      for (const { folder } of placed) rmSync(folder, { recursive: true });
    }
  });

  it.each(examples)('$title prints what it says', async (example) => {
    const { code } = await transform(example.code, { loader: 'ts' });
    const { folder, file } = place({ ...example, code }, 'example.mjs');
    try {
      const printed = execFileSync(process.execPath, [file], { encoding: 'utf8', cwd: folder });
      const promised = [...example.code.matchAll(/console\.log\(.*\/\/ → (.*)$/gm)].map(
        (match) => match[1],
      );
      const lines = printed.split('\n').map((line) => line.trim());
      for (const line of promised) expect(lines).toContain(line.trim());
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
