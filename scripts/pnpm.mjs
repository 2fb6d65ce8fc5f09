// The pinned pnpm, fetched from the registry through npx, so that Node and npm are enough.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** Runs a command in the root; returns its exit code. */
function exitCode(command, args) {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  if (error) process.stderr.write(`${command} cannot be started: ${error.message}\n`);
  return status ?? 1;
}

/** Runs a command in the root and ends the process with its exit code when it fails. */
export function run(command, args) {
  const code = exitCode(command, args);
  if (code !== 0) process.exit(code);
}

const npx = (args) => ['--yes', packageManager, ...args];

/** Runs the pinned pnpm; whether it succeeded. */
export function tryPnpm(...args) {
  return exitCode('npx', npx(args)) === 0;
}

/** Runs the pinned pnpm and ends the process when it fails. */
export function pnpm(...args) {
  run('npx', npx(args));
}

/** Installs what the lock file names; quick when nothing changed. */
export function install() {
  pnpm('install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only');
}
