import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../bin/sig.js', import.meta.url));

export interface SigRun {
  /** The exit code; null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunSigOptions {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  /** Called with the process and all that it has said on stderr so far. */
  readonly onStderr?: (child: ChildProcess, said: string) => void;
}

/** Runs the built command in a process of its own. */
export function runSig(args: readonly string[], options: RunSigOptions = {}): Promise<SigRun> {
  const { cwd, env = {}, onStderr } = options;
  if (!existsSync(new URL('../dist/main.js', import.meta.url))) {
    throw new Error('the sig command is not built; run pnpm build before its tests');
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd,
      env: { ...process.env, SIG_DEBUG: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      onStderr?.(child, stderr);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
