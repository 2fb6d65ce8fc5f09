import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { expect, it } from 'vitest';
import { exportOnnx } from '../../src/export/index.js';
import { countOnnxCost, ModelFileError } from '../../src/measure/index.js';
import { sampleModel, samples } from '../export/sample-models.js';
import { mutate } from '../model/mutate.js';
import { seededIntegers } from '../seeded-random.js';
import { onnxBytes } from './onnx-bytes.js';

/** Whether a cost came out; the one named error is the only other thing that may. */
function counted(bytes: Uint8Array): boolean {
  try {
    const { params, macs, bytes: size } = countOnnxCost(bytes);
    for (const value of [params, macs, size]) {
      expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
    }
    return true;
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    expect(error.message).toMatch(/^[^\p{Cc}]{1,500}$/u);
    return false;
  }
}

/** A graph in which shapes are made of numbers, so that damage reaches all of it. */
const arithmetic = onnxBytes({
  inputs: { x: ['n', 3, 8, 8] },
  constants: {
    ...{ at: { shape: [1], data: [0] }, rest: { shape: [1], data: [-1] } },
    ...{
      w: { shape: [4, 3, 3, 3] },
      axes: { shape: [1], data: [0] },
      two: { shape: [1], data: [2] },
    },
    ...{ starts: { shape: [1], data: [2] }, ends: { shape: [1], data: [4] } },
    ...{ pads: { shape: [8], data: [0, 0, 1, 1, 0, 0, 1, 1] } },
  },
  nodes: [
    { operator: 'Pad', inputs: ['x', 'pads'], outputs: ['p'] },
    { operator: 'Conv', inputs: ['p', 'w'], outputs: ['c'], attributes: { dilations: [2, 2] } },
    { operator: 'MaxPool', inputs: ['c'], outputs: ['m'], attributes: { kernel_shape: [2, 2] } },
    { operator: 'Shape', inputs: ['m'], outputs: ['s'] },
    { operator: 'Slice', inputs: ['s', 'starts', 'ends', 'axes'], outputs: ['l'] },
    { operator: 'Gather', inputs: ['l', 'at'], outputs: ['g'] },
    { operator: 'Div', inputs: ['g', 'two'], outputs: ['h'] },
    { operator: 'ConstantOfShape', inputs: ['h'], outputs: ['k'] },
    { operator: 'Range', inputs: ['at', 'g', 'two'], outputs: ['r'] },
    { operator: 'Tile', inputs: ['m', 's'], outputs: ['t'] },
    { operator: 'Split', inputs: ['m'], outputs: ['a', 'b'], attributes: { axis: 1 } },
    { operator: 'Unsqueeze', inputs: ['a', 'axes'], outputs: ['u'] },
    { operator: 'Squeeze', inputs: ['u', 'axes'], outputs: ['v'] },
    { operator: 'Concat', inputs: ['g', 'rest'], outputs: ['o'], attributes: { axis: 0 } },
    { operator: 'Reshape', inputs: ['v', 'o'] },
  ],
});

it.each([
  ['shapes made of numbers', arithmetic, 5_000],
  ['a head on signatures', exportOnnx(sampleModel(samples['fc on rows of one pixel']).model), 200],
  [
    'transposed and pooled layers',
    exportOnnx(sampleModel(samples['layers on columns of pixels']).model),
    500,
  ],
])('damaged files of %s have a cost or the one named error', (_, file, runs) => {
  expect(counted(file)).toBe(true);
  const integer = seededIntegers(4);
  let refused = 0;
  for (let run = 0; run < runs; run++) if (!counted(mutate(file, integer))) refused++;
  expect(refused).toBeGreaterThan(runs / 10);
});

it('every file cut short is refused or counted', () => {
  for (let end = 0; end < arithmetic.length; end++) counted(arithmetic.subarray(0, end));
});

/** A model file around the bytes of a graph. */
function withGraph(write: (writer: BinaryWriter) => void): Uint8Array {
  const writer = new BinaryWriter();
  writer.tag(1, WireType.Varint).int64(8).tag(7, WireType.LengthDelimited).fork();
  write(writer);
  return writer.join().finish();
}

it('refuses graphs of very many parts before they are kept', () => {
  const nodes = withGraph((w) => {
    for (let at = 0; at < 600_000; at++) w.tag(1, WireType.LengthDelimited).uint32(0);
  });
  expect(() => countOnnxCost(nodes)).toThrow(/it has more than 500000 fields; export it anew/);
  const inputs = withGraph((w) => {
    w.tag(1, WireType.LengthDelimited).fork();
    for (let at = 0; at < 200_000; at++) w.tag(1, WireType.LengthDelimited).string('');
    w.tag(4, WireType.LengthDelimited).string('Max');
    w.join();
  });
  expect(() => countOnnxCost(inputs)).toThrow(/a list of a node has more than 4096 entries/);
  const ints = withGraph((w) => {
    w.tag(1, WireType.LengthDelimited).fork().tag(5, WireType.LengthDelimited).fork();
    w.tag(8, WireType.LengthDelimited).bytes(new Uint8Array(1e6));
    w.join().join();
  });
  expect(() => countOnnxCost(ints)).toThrow(/a list has more than 4096 numbers/);
});

it('refuses shapes whose sizes are no countable numbers', () => {
  const huge = (data: number[]) =>
    onnxBytes({
      constants: { s: { shape: [data.length], data } },
      nodes: [{ operator: 'ConstantOfShape', inputs: ['s'] }],
    });
  for (const data of [[2 ** 40, 2 ** 40], [-3], [5, -1], Array(20).fill(1)]) {
    expect(counted(huge(data)), `${data}`).toBe(false);
  }
  expect(counted(huge([2 ** 40]))).toBe(true);
});
