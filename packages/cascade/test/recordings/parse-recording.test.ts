import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseRecording } from '../../src/index.js';

/** A .npy file of version 1, as NumPy writes it. */
function npy(descr: string, shape: string, data: ArrayBufferView, order = 'False'): Uint8Array {
  const text = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }`;
  const header = new TextEncoder().encode(`${text.padEnd(117)}\n`);
  const bytes = new Uint8Array(10 + header.length + data.byteLength);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0]);
  bytes.set(header, 10);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), 10 + header.length);
  return bytes;
}

const arrays = {
  'probabilities.npy': npy('<f4', '(2, 3)', Float32Array.of(0.5, 0.25, 0.25, 0, 0, 1)),
  'labels.npy': npy('<i8', '(2,)', BigInt64Array.of(0n, 2n)),
  'cost.npy': npy('<f8', '(3,)', Float64Array.of(1e6, 40, 10)),
};
const npz = zipSync(arrays);
const json = {
  probabilities: [
    [0.5, 0.25, 0.25],
    [0, 0, 1],
  ],
  labels: [0, 2],
  cost: { macs: 1e6, bytes: 40, params: 10 },
};
const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('parseRecording', () => {
  it.each([
    ['.npz', npz],
    ['an uncompressed .npz', zipSync(arrays, { level: 0 })],
    ['JSON', encode(json)],
  ])('reads %s', (_, bytes) => {
    const { name, probabilities, labels, classes, cost } = parseRecording(bytes, { name: 'r18' });
    expect(name).toBe('r18');
    expect([...probabilities]).toEqual([0.5, 0.25, 0.25, 0, 0, 1]);
    expect([...labels]).toEqual([0, 2]);
    expect(classes).toEqual(['0', '1', '2']);
    expect(cost).toMatchObject({ macs: 1e6, bytes: 40, params: 10 });
  });

  it('reads integers and floats of all sizes, and more of what JSON says', () => {
    const other = zipSync({
      ...arrays,
      'probabilities.npy': npy('<f8', '(2, 3)', Float64Array.of(0.5, 0.25, 0.25, 0, 0, 1)),
      'labels.npy': npy('|u1', '(2,)', Uint8Array.of(0, 2)),
      'cost.npy': npy('<i4', '()', Int32Array.of(7)),
      'else.npy': Uint8Array.of(1),
    });
    expect(parseRecording(other).cost).toMatchObject({ macs: 7, bytes: 0, params: 0 });
    const said = { ...json, name: 'r34', classes: ['a', 'b', 'c'], resolution: 96 };
    expect(parseRecording(encode(said))).toMatchObject({
      name: 'r34',
      classes: ['a', 'b', 'c'],
      resolution: 96,
    });
  });

  it.each([
    [
      'JSON with fewer labels than rows',
      encode({ ...json, labels: [0] }),
      /probabilities must have a row for each of the 1 labels, got 2/,
    ],
    ['nothing', new Uint8Array(), /must be a .npz file or JSON/],
    ['a zip that is cut short', npz.subarray(0, 60), /damaged or cut short/],
    [
      'a zip without labels',
      zipSync({ 'probabilities.npy': arrays['probabilities.npy'] }),
      /needs the array labels/,
    ],
    [
      'an array of objects',
      zipSync({ ...arrays, 'labels.npy': npy('|O', '(2,)', Uint8Array.of(1, 2)) }),
      /must hold little-endian floats .* got \|O/,
    ],
    [
      'big-endian numbers',
      zipSync({ ...arrays, 'labels.npy': npy('>i4', '(2,)', Int32Array.of(0, 0)) }),
      /got >i4/,
    ],
    [
      'columns first',
      zipSync({
        ...arrays,
        'probabilities.npy': npy('<f4', '(2, 3)', new Float32Array(6), 'True'),
      }),
      /stored by columns/,
    ],
    [
      'a shape that is too large',
      zipSync({ ...arrays, 'labels.npy': npy('<i8', '(99999999999,)', new BigInt64Array(2)) }),
      /must have 799999999992 bytes/,
    ],
    [
      'one axis',
      zipSync({ ...arrays, 'probabilities.npy': npy('<f4', '(6,)', new Float32Array(6)) }),
      /must be \[2 images, classes\]/,
    ],
    [
      'five costs',
      zipSync({ ...arrays, 'cost.npy': npy('<f4', '(5,)', new Float32Array(5)) }),
      /cost must be 1 to 4 numbers/,
    ],
    [
      'no array at all',
      zipSync({ ...arrays, 'cost.npy': Uint8Array.of(1, 2, 3) }),
      /cost is no array of NumPy/,
    ],
    ['a list', encode([1]), /a recording must be an object, got a list/],
    ['JSON without a cost', encode({ ...json, cost: undefined }), /cost must be an object/],
    ['texts', encode({ ...json, labels: ['0', '1'] }), /labels must be numbers, got "0"/],
    [
      'rows of several lengths',
      encode({ ...json, probabilities: [[1, 0], [1]] }),
      /rows of one length/,
    ],
    [
      'a label that is no class',
      encode({ ...json, labels: [0, 3] }),
      /labels of stage must be classes from 0 to 2/,
    ],
  ])('refuses %s in one line', (_, bytes, message) => {
    expect(() => parseRecording(bytes)).toThrow(message);
  });

  it('unpacks no more than it is told, whatever the zip says', () => {
    const bomb = zipSync({ ...arrays, 'labels.npy': new Uint8Array(50_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(() => parseRecording(bomb, { maxBytes: 1e6 })).toThrow(
      'the file would unpack to more than 1000000 bytes',
    );
    // A size that lies: the directory says 10 bytes.
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 4 < lying.length; at++) {
      if (view.getUint32(at, true) === 50_000_000) view.setUint32(at, 10, true);
    }
    expect(() => parseRecording(lying, { maxBytes: 1e6 })).toThrow(RangeError);
  });

  it('reads damaged files or refuses them with an error of one line', () => {
    fc.assert(
      fc.property(fc.nat(npz.length - 1), fc.nat(255), fc.nat(npz.length), (at, value, end) => {
        const damaged = npz.slice(0, end > npz.length / 2 ? end : undefined);
        if (at < damaged.length) damaged[at] = value;
        try {
          expect(parseRecording(damaged).labels.length).toBe(2);
        } catch (error) {
          expect(
            error instanceof RangeError ||
              error instanceof SyntaxError ||
              error instanceof TypeError,
          ).toBe(true);
          expect(String(error)).not.toContain('\n');
        }
      }),
      { numRuns: 1000 },
    );
  });
});
