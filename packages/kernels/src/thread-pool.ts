import type { Program } from './kernel-module.js';
import { startThread, type ThreadHandle } from './start-thread.js';
import { BUSY, CAPACITY, CONTROL_INTS, DONE, FAILED, STATE, STOP } from './thread-protocol.js';

export interface ThreadPoolOptions {
  memory: WebAssembly.Memory;
  modules: readonly WebAssembly.Module[];
  /** The kernels of all modules; a call is sent as its place in this list. */
  kernels: readonly string[];
  workers: number;
}

/** Worker threads that execute kernel calls over one shared memory. */
export interface ThreadPool {
  readonly workers: number;
  /** Starts a program on each worker; the function it returns waits for all of them. */
  start(programs: readonly Program[], workspaces: readonly number[]): () => void;
  close(): void;
}

interface Lane {
  control: Int32Array;
  commands: Float64Array;
  handle: ThreadHandle;
}

/** Starts the workers and waits until every one of them listens. */
export async function createThreadPool(options: ThreadPoolOptions): Promise<ThreadPool> {
  const { memory, modules, kernels, workers } = options;
  const indexOf = new Map(kernels.map((name, index) => [name, index]));
  const startLane = async (): Promise<Lane> => {
    const control = new Int32Array(new SharedArrayBuffer(CONTROL_INTS * 4));
    const commands = new Float64Array(new SharedArrayBuffer(CAPACITY * 8));
    const handle = await startThread({ memory, modules, kernels, control, commands });
    return { control, commands, handle };
  };
  const started = await Promise.allSettled(Array.from({ length: workers }, startLane));
  const lanes = started.flatMap((lane) => (lane.status === 'fulfilled' ? [lane.value] : []));
  const close = (): void => {
    for (const { control, handle } of lanes) {
      Atomics.store(control, STATE, STOP);
      Atomics.notify(control, STATE);
      handle.terminate();
    }
  };
  for (const lane of started) {
    if (lane.status === 'fulfilled') continue;
    close();
    throw lane.reason;
  }

  return {
    workers,
    start(programs, workspaces) {
      const waiting: (() => void)[] = [];
      const finish = (): void => {
        const [failure] = waiting.flatMap(failureOf);
        if (failure) throw failure.cause;
      };
      try {
        for (const [index, program] of programs.entries()) {
          waiting.push(begin(lanes[index], program, workspaces[index], indexOf));
        }
      } catch (error) {
        waiting.forEach(failureOf);
        throw error;
      }
      return finish;
    },
    close,
  };
}

/** Starts a program; the function it returns waits until the worker has ended it. */
function begin(
  lane: Lane,
  program: Program,
  workspace: number,
  indexOf: ReadonlyMap<string, number>,
): () => void {
  let next = send(lane, program, 0, workspace, indexOf);
  return () => {
    // A program longer than the command buffer goes over in pieces.
    for (;;) {
      wait(lane.control);
      if (next >= program.length) return;
      next = send(lane, program, next, workspace, indexOf);
    }
  };
}

/** What a function throws, in a list: one failure must not keep the others from being waited for. */
function failureOf(action: () => void): { cause: unknown }[] {
  try {
    action();
    return [];
  } catch (cause) {
    return [{ cause }];
  }
}

/** Writes as many calls as fit and wakes the worker; returns the place of the first unsent call. */
function send(
  { control, commands }: Lane,
  program: Program,
  from: number,
  workspace: number,
  indexOf: ReadonlyMap<string, number>,
): number {
  let at = 2;
  let next = from;
  for (; next < program.length; next++) {
    const [name, ...args] = program[next];
    if (at + args.length + 2 > CAPACITY) break;
    const index = indexOf.get(name);
    if (index === undefined) throw new TypeError(`no kernel is named ${name}`);
    commands[at++] = index;
    commands[at++] = args.length;
    for (const arg of args) commands[at++] = arg;
  }
  commands[0] = next - from;
  commands[1] = workspace;
  Atomics.store(control, STATE, BUSY);
  Atomics.notify(control, STATE);
  return next;
}

// The other thread usually ends at about the same time: look a little before sleeping.
const SPINS = 2000;

function wait(control: Int32Array): void {
  for (let spin = 0; spin < SPINS; spin++) if (Atomics.load(control, STATE) !== BUSY) break;
  while (Atomics.load(control, STATE) === BUSY) Atomics.wait(control, STATE, BUSY);
  const state = Atomics.load(control, STATE);
  if (state === FAILED) throw new Error('a kernel failed on a worker thread');
  if (state !== DONE) throw new Error(`a worker thread answered with the unknown state ${state}`);
}
