// The pinned pnpm, fetched from the registry through npx, so that Node and npm are enough.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** Runs a command in the root and ends the process with its exit code when it fails. */
export function run(command, args, options = {}) {
  const { status, signal } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    ...options,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...options.env },
  });
  if (signal) process.exit(1);
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs the pinned pnpm. */
export function pnpm(...args) {
  run('npx', ['--yes', packageManager, ...args]);
}

/** Installs what the lock file names; quick when nothing changed. */
export function install() {
  pnpm('install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only');
}

/** Runs turbo tasks, showing only what was not cached. */
export function turbo(...tasks) {
  pnpm('exec', 'turbo', 'run', ...tasks, '--output-logs=errors-only');
}
