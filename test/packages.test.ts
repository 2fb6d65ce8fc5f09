import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const packages = readdirSync(join(root, 'packages'))
  .filter((name) => existsSync(join(root, 'packages', name, 'package.json')))
  .map((folder) => ({
    folder: join(root, 'packages', folder),
    manifest: JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')),
  }));

/** The entry points that are code, such as `@sig/heads/metrics`. */
const entries = packages.flatMap(({ manifest }) =>
  Object.entries(manifest.exports)
    .filter(([, target]) => typeof target === 'object')
    .map(([path]) => manifest.name + path.slice(1)),
);

const isForNode = (entry: string): boolean => entry.endsWith('/node');

describe('every package, packed and installed in an empty project', () => {
  let project = '';

  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'sig-install-'));
    const tarballs: Record<string, string> = {};
    for (const { folder, manifest } of packages) {
      const output = execFileSync(
        'npx',
        ['--yes', packageManager, 'pack', '--json', '--pack-destination', project],
        { cwd: folder, encoding: 'utf8' },
      );
      tarballs[manifest.name] = `file:${JSON.parse(output).filename}`;
    }
    writeFileSync(
      join(project, 'package.json'),
      JSON.stringify({
        type: 'module',
        private: true,
        dependencies: tarballs,
        overrides: tarballs,
      }),
    );
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--omit=optional'], {
      cwd: project,
      stdio: 'pipe',
    });
  });

  afterAll(() => {
    rmSync(project, { recursive: true, force: true });
  });

  it.each(entries.filter((entry) => !isForNode(entry)))('%s loads in Node', (entry) => {
    const script = `import * as all from '${entry}'; console.log(Object.keys(all).length)`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(Number(output)).toBeGreaterThan(0);
  });

  it.each(entries.filter((entry) => !isForNode(entry)))(
    '%s bundles for a browser',
    async (entry) => {
      const { outputFiles } = await build({
        stdin: { contents: `export * from '${entry}';`, resolveDir: project },
        bundle: true,
        format: 'esm',
        platform: 'browser',
        write: false,
        logLevel: 'silent',
      });
      expect(outputFiles[0].text).not.toMatch(/\brequire\(["'](fs|path|worker_threads)["']\)/);
    },
  );

  it.each(packages)('$manifest.name is what publint asks for', async ({ folder, manifest }) => {
    const { messages } = await publint({ pkgDir: folder, level: 'warning', strict: true });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it.each(packages)('$manifest.name carries its license and its readme', ({ manifest }) => {
    const installed = readdirSync(join(project, 'node_modules', manifest.name));
    expect(installed).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist']));
  });
});
