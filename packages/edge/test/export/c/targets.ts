import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CExport } from '../../../src/export/index.js';

const BOARD = fileURLToPath(new URL('./board/', import.meta.url));

/** What the exported source promises to compile under without a word. */
const STRICT = ['-std=c99', '-Wall', '-Wextra', '-Wconversion', '-pedantic', '-Werror'];

const CORTEX_M4F = ['-mcpu=cortex-m4', '-mthumb', '-mfpu=fpv4-sp-d16', '-mfloat-abi=hard'];

/** A machine to compile for and to run on, an emulated one or this one. */
export interface Target {
  readonly compiler: string;
  readonly flags: readonly string[];
  /** Behind the sources. */
  readonly libraries: readonly string[];
  /** The command that runs a program. */
  readonly run: (program: string) => readonly string[];
  readonly emulated: boolean;
  /** Debian packages that bring compiler and emulator. */
  readonly packages: string;
}

export const targets: Readonly<Record<string, Target>> = {
  'this machine': {
    compiler: 'gcc',
    flags: [],
    libraries: ['-lm'],
    run: (program) => [program],
    emulated: false,
    packages: 'gcc libc6-dev',
  },
  'aarch64 under qemu-aarch64': {
    compiler: 'aarch64-linux-gnu-gcc',
    flags: ['-static'],
    libraries: ['-lm'],
    run: (program) => ['qemu-aarch64', program],
    emulated: true,
    packages: 'gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user',
  },
  'armhf under qemu-arm': {
    compiler: 'arm-linux-gnueabihf-gcc',
    flags: ['-static'],
    libraries: ['-lm'],
    run: (program) => ['qemu-arm', program],
    emulated: true,
    packages: 'gcc-arm-linux-gnueabihf libc6-dev-armhf-cross qemu-user',
  },
  'a Cortex-M4F board under qemu-system-arm': {
    compiler: 'arm-none-eabi-gcc',
    flags: [...CORTEX_M4F, '--specs=rdimon.specs', '-T', join(BOARD, 'mps2-an386.ld')],
    libraries: [join(BOARD, 'startup.c'), '-lm'],
    run: (program) => [
      'qemu-system-arm',
      ...['-machine', 'mps2-an386', '-nographic', '-monitor', 'none', '-serial', 'none'],
      ...['-semihosting-config', 'enable=on,target=native', '-icount', 'shift=0'],
      ...['-kernel', program],
    ],
    emulated: true,
    packages: 'gcc-arm-none-eabi libnewlib-arm-none-eabi qemu-system-arm',
  },
};

/** Whether compiler and emulator of a target are there. */
export function isInstalled({ compiler, run }: Target): boolean {
  const [first] = run(compiler);
  return [compiler, first].every(
    (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0,
  );
}

export interface CRun {
  readonly probabilities: Float32Array;
  /** What the program printed. */
  readonly output: string;
}

/** Compiles a model named `model` for a target and runs it on images, in a folder of its own. */
export function runOn(
  { compiler, flags, libraries, run }: Target,
  { header, source }: Pick<CExport, 'header' | 'source'>,
  pixels: Uint8Array,
  extra: readonly string[] = ['-O2'],
): CRun {
  const folder = mkdtempSync(join(tmpdir(), 'sig-c-'));
  try {
    writeFileSync(join(folder, 'model.h'), header);
    writeFileSync(join(folder, 'model.c'), source);
    writeFileSync(join(folder, 'pixels.bin'), pixels);
    const program = join(folder, 'program');
    const sources = [join(folder, 'model.c'), join(BOARD, 'main.c')];
    const compile = [...STRICT, ...extra, ...flags, '-I', folder, ...sources, ...libraries];
    execFileSync(compiler, [...compile, '-o', program], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [command, ...args] = run(program);
    const output = execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    const found = readFileSync(join(folder, 'probabilities.bin'));
    return { probabilities: new Float32Array(new Uint8Array(found).buffer), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
