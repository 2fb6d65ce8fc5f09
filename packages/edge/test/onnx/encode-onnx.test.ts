import { expect, it } from 'vitest';
import { encodeOnnx } from '../../src/onnx/encode-onnx.js';
import { createGraphBuilder } from '../../src/onnx/graph-builder.js';

it('writes the messages of onnx.proto', () => {
  const input = { name: 'x', element: 'float32', shape: [2] } as const;
  const graph = createGraphBuilder('g', input);
  const half = graph.number(0.5);
  const scaled = graph.node('Mul', [input, half], [2]);
  const bytes = encodeOnnx(graph.finish(scaled, 'y', { k: 'ü' }));
  const hex = Buffer.from(bytes).toString('hex');
  const text = (value: string): string => Buffer.from(value).toString('hex');
  // By hand from the schema: field << 3 | wire type, length, content.
  const dimension = '0a02' + '0802';
  const type = (content: string): string => `0a${length(content)}${content}`;
  const tensor = type(`080112${length(dimension)}${dimension}`);
  const x = `0a01${text('x')}12${length(tensor)}${tensor}`;
  expect(hex).toContain(`5a${length(x)}${x}`);
  // Mul: two inputs, an output, a name, an operator; no attributes.
  const mul = `0a01${text('x')}0a09${text('constant0')}1204${text('Mul0')}1a04${text('Mul0')}2203${text('Mul')}`;
  expect(hex).toContain(`0a${length(mul)}${mul}`);
  // 0.5 as a scalar: no dimensions, FLOAT, name, four bytes.
  const constant = `10014209${text('constant0')}4a040000003f`;
  expect(hex).toContain(`2a${length(constant)}${constant}`);
  expect(hex.slice(0, 4)).toBe('0808');
  expect(hex.endsWith(`4202101172070a01${text('k')}1202${text('ü')}`)).toBe(true);
});

/** Bytes of a hexadecimal text below 128, as one byte. */
function length(content: string): string {
  return (content.length / 2).toString(16).padStart(2, '0');
}
