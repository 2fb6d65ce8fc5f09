const ARRAYS = [
  ...['ArrayBuffer', 'Uint8Array', 'Uint8ClampedArray', 'Int8Array', 'Uint16Array', 'Int16Array'],
  ...[
    'Uint32Array',
    'Int32Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
  ],
] as const;

interface Sized {
  readonly byteLength: number;
}
type ArrayClass = new (...args: unknown[]) => Sized;

/** Bytes of all arrays made since the counting began, views not counted. */
export interface ArrayBytes {
  bytes: number;
}

/**
 * Begins to count the bytes of every typed array and buffer that is made by modules imported from now
 * on in this file: constructors, `from`, `of`, `slice`, `map` and `filter`.
 */
export function countArrayBytes(): ArrayBytes {
  const counted: ArrayBytes = { bytes: 0 };
  const scope = globalThis as unknown as Record<string, ArrayClass>;
  for (const name of ARRAYS) {
    const original = scope[name];
    const counting: ArrayClass = new Proxy(original, {
      construct(target, args, newTarget) {
        const made: Sized = Reflect.construct(
          target,
          args,
          newTarget === counting ? target : newTarget,
        );
        const isView = args[0] instanceof ArrayBuffer || args[0] instanceof SharedArrayBuffer;
        if (!isView) counted.bytes += made.byteLength;
        return made;
      },
    });
    // What `slice` and `map` make is made by the constructor of the array.
    original.prototype.constructor = counting;
    scope[name] = counting;
  }
  return counted;
}
