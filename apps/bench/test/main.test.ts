import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

describe('bench', () => {
  it('ends without a word where its reader has gone, as head does', async () => {
    const child = spawn(process.execPath, [main]);
    child.stdout.destroy();
    let complaints = '';
    child.stderr.on('data', (text) => {
      complaints += text;
    });
    const [code] = await once(child, 'close');
    expect(complaints).toBe('');
    expect(code).toBe(0);
  });

  it('says in one line what it does not know', async () => {
    const child = spawn(process.execPath, [main, 'no/such-table'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let complaints = '';
    child.stderr.on('data', (text) => {
      complaints += text;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(complaints).toMatch(/^bench: error: [^\n]+\n$/);
  });
});
