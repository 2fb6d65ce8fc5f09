import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each package may import; whatever is not listed here is not allowed. */
const allowed: Record<string, readonly string[]> = {
  kernels: [],
  'tensor-algebra': ['kernels'],
  'image-paths': ['tensor-algebra', 'kernels'],
  heads: ['kernels'],
  edge: ['heads', 'image-paths', 'tensor-algebra', 'kernels'],
  evo: ['kernels'],
  'knn-slice': ['evo', 'heads', 'image-paths', 'tensor-algebra', 'kernels'],
  cascade: ['edge', 'knn-slice', 'heads', 'image-paths', 'tensor-algebra', 'kernels'],
};

const packages = readdirSync(join(root, 'packages')).filter((name) =>
  existsSync(join(root, 'packages', name, 'package.json')),
);

interface Import {
  file: string;
  name: string;
}

/** Every import in a package's sources. */
function importsOf(name: string): Import[] {
  const folder = join(root, 'packages', name, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      const found = source.matchAll(/^\s*(?:import|export)\s[^;]*?from\s+'([^']+)'/gms);
      return [...found].map((match) => ({
        file: relative(root, join(folder, file)),
        name: match[1],
      }));
    });
}

const apps = readdirSync(join(root, 'apps'));

/** Every import in an app's sources, those of its page's files among them. */
function importsOfApp(name: string): Import[] {
  const folder = join(root, 'apps', name, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .flatMap((file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      const found = source.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g);
      return [...found].map((match) => ({
        file: relative(root, join(folder, file)),
        name: match[1],
      }));
    });
}

describe('the layering', () => {
  it.each(apps)('the app %s imports no other app', (name) => {
    const others = apps.map((app) =>
      JSON.parse(readFileSync(join(root, 'apps', app, 'package.json'), 'utf8')),
    );
    const wrong = importsOfApp(name).filter(
      (found) =>
        others.some((app) => found.name === app.name || found.name.startsWith(`${app.name}/`)) ||
        /^(\.\.\/)+(apps|packages)\//.test(found.name),
    );
    expect(wrong).toEqual([]);
  });

  it.each(packages)('%s imports only packages below it', (name) => {
    const wrong = importsOf(name).filter((found) => {
      const match = /^@sig\/([^/]+)/.exec(found.name);
      return match !== null && !allowed[name]?.includes(match[1]);
    });
    expect(wrong).toEqual([]);
  });

  it.each(packages)('%s reaches no sibling past its published entry points', (name) => {
    const wrong = importsOf(name).filter((found) =>
      /^(\.\.\/)+(packages|[^.].*\/src\/)/.test(found.name),
    );
    expect(wrong).toEqual([]);
  });

  it.each(packages)('%s declares what it imports', (name) => {
    const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    const missing = importsOf(name).filter((found) => {
      if (found.name.startsWith('.') || found.name.startsWith('node:')) return false;
      const parts = found.name.split('/');
      const packageName = found.name.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
      return !declared.includes(packageName);
    });
    expect(missing).toEqual([]);
  });

  it.each(packages)('%s knows Node only where it may', (name) => {
    const wrong = importsOf(name).filter(
      ({ file, name: imported }) =>
        imported.startsWith('node:') &&
        !file.startsWith(join('packages', 'image-paths', 'src', 'node')),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps WebAssembly inside kernels', () => {
    const wrong = packages
      .filter((name) => name !== 'kernels')
      .flatMap((name) => {
        const folder = join(root, 'packages', name, 'src');
        return (
          readdirSync(folder, { recursive: true, encoding: 'utf8' })
            // What is generated may be a bundle with the kernels in it.
            .filter((file) => file.endsWith('.ts') && !file.startsWith('generated'))
            .filter((file) => /\bWebAssembly\./.test(readFileSync(join(folder, file), 'utf8')))
            .map((file) => `${name}/${file}`)
        );
      });
    expect(wrong).toEqual([]);
  });
});
