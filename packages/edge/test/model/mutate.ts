/** Changes bytes at random: flips, cuts, repeats, drops, and digits of the header swapped. */
export function mutate(file: Uint8Array, integer: (bound: number) => number): Uint8Array {
  let bytes: Uint8Array = Uint8Array.from(file);
  for (let times = 1 + integer(3); times > 0; times--) bytes = mutateOnce(bytes, integer);
  return bytes;
}

function mutateOnce(bytes: Uint8Array, integer: (bound: number) => number): Uint8Array {
  if (bytes.length === 0) return bytes;
  const at = integer(bytes.length);
  const until = Math.min(bytes.length, at + 1 + integer(16));
  switch (integer(7)) {
    case 0:
      bytes[at] ^= 1 << integer(8);
      return bytes;
    case 1:
      bytes[at] = integer(256);
      return bytes;
    case 2:
      return bytes.slice(0, at);
    case 3:
      return Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(until));
    case 4:
      return Uint8Array.of(...bytes.subarray(0, until), ...bytes.subarray(at));
    case 5:
      bytes[integer(Math.min(bytes.length, 16))] = integer(256);
      return bytes;
    default:
      return replaceMark(bytes, at, integer);
  }
}

/** Puts a character that means something to JSON over one that does, near a place. */
function replaceMark(
  bytes: Uint8Array,
  from: number,
  integer: (bound: number) => number,
): Uint8Array {
  const marks = new TextEncoder().encode('{}[]",:\\0123456789-.e');
  for (let at = from; at < Math.min(bytes.length, from + 64); at++) {
    if (marks.includes(bytes[at])) {
      bytes[at] = marks[integer(marks.length)];
      break;
    }
  }
  return bytes;
}
