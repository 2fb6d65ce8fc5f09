import { cFunctions } from './functions/index.js';
import { identifier } from './literals.js';
import { planMemory } from './plan-memory.js';

/** A piece of working memory. */
export interface CBuffer {
  readonly element: 'float' | 'int8_t';
  readonly count: number;
}

/** A place inside a piece of working memory. */
export interface CPlace {
  readonly buffer: CBuffer;
  readonly offset: number;
}

/** The place so many numbers behind the beginning of a piece of working memory. */
export function within(buffer: CBuffer, offset: number): CPlace {
  return { buffer, offset };
}

/** An array that the source holds. */
export interface CArray {
  readonly name: string;
  readonly data: Float32Array | Int8Array;
  /** What it is, for people. */
  readonly comment: string;
}

/** An argument of a call: working memory, or C as it stands. */
export type CArgument = CBuffer | CPlace | string | number | boolean;

interface CStep {
  readonly name: string;
  readonly args: readonly CArgument[];
  readonly comment?: string;
}

/** A program in the making: arrays, working memory, and calls in the order of their work. */
export interface CProgram {
  buffer(count: number, element?: CBuffer['element']): CBuffer;
  /** Adds an array; returns its C name. */
  array(name: string, data: CArray['data'], comment: string): string;
  /** Adds the call of one of `cFunctions`; a comment goes above it. */
  call(name: string, args: readonly CArgument[], comment?: string): void;
  readonly arrays: readonly CArray[];
  /** Names of the functions that the calls need, those first that others call. */
  functions(): string[];
  /** The calls as lines of C, and the bytes of working memory. */
  finish(): { lines: string[]; workingBytes: number };
}

/** Starts a program without steps. */
export function createCProgram(): CProgram {
  const arrays: CArray[] = [];
  const buffers: CBuffer[] = [];
  const steps: CStep[] = [];

  return {
    arrays,
    buffer(count, element = 'float') {
      const made = { count, element };
      buffers.push(made);
      return made;
    },
    array(name, data, comment) {
      const made = { name: arrayName(name), data, comment };
      arrays.push(made);
      return made.name;
    },
    call: (name, args, comment) => steps.push({ name, args, comment }),
    functions() {
      const found = new Set<string>();
      const add = (name: string): void => {
        if (found.has(name)) return;
        for (const needed of cFunctions[name].needs ?? []) add(needed);
        found.add(name);
      };
      for (const { name } of steps) add(name);
      return [...found];
    },
    finish() {
      const tenants = buffers.map((buffer) => {
        const uses = steps.flatMap(({ args }, step) =>
          args.some((arg) => bufferOf(arg) === buffer) ? [step] : [],
        );
        return {
          bytes: buffer.count * (buffer.element === 'float' ? 4 : 1),
          first: uses[0],
          last: uses[uses.length - 1],
        };
      });
      const { offsets, bytes } = planMemory(tenants);
      const text = (arg: CArgument): string => {
        const buffer = bufferOf(arg);
        if (buffer === undefined) return String(arg);
        // The memory is one of floats.
        const inside = typeof arg === 'object' && 'offset' in arg ? arg.offset : 0;
        const place = `memory + ${offsets[buffers.indexOf(buffer)] / 4 + inside}`;
        return buffer.element === 'float' ? place : `(int8_t *)(${place})`;
      };
      const lines = steps.flatMap(({ name, args, comment }) => [
        ...(comment === undefined ? [] : ['', `/* ${comment} */`]),
        ...wrapCall(name, args.map(text)),
      ]);
      return { lines, workingBytes: bytes };
    },
  };
}

/** The C name of an array, whose own begins with a number where it is that of a layer. */
function arrayName(name: string): string {
  return identifier(/^\d/.test(name) ? `layer_${name}` : name);
}

function bufferOf(arg: CArgument): CBuffer | undefined {
  if (typeof arg !== 'object') return undefined;
  return 'offset' in arg ? arg.buffer : arg;
}

/** A call in lines of at most 100 characters, indented by four. */
function wrapCall(name: string, args: readonly string[]): string[] {
  const lines: string[] = [];
  let line = `${name}(`;
  args.forEach((arg, index) => {
    const piece = `${arg}${index === args.length - 1 ? ');' : ','}`;
    const joined = `${line}${/\($/.test(line) ? '' : ' '}${piece}`;
    if (joined.length > 96) {
      lines.push(line);
      line = `${' '.repeat(4)}${piece}`;
    } else {
      line = joined;
    }
  });
  return [...lines, line];
}
