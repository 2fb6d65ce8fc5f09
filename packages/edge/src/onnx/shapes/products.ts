import { type Shape, sizeOf } from '@sig/heads';
import { broadcast } from './broadcast.js';
import type { ShapeRule } from './node-call.js';

/** `Gemm` and its quantised kind: A [M, K] · B [K, N], each perhaps transposed. */
export function gemm(secondAt: number): ShapeRule {
  return (call) => {
    const [a, b] = [call.input(0).shape, call.input(secondAt).shape];
    if (a.length !== 2 || b.length !== 2) {
      throw call.mismatch(`needs two matrices, got [${a}] and [${b}]`);
    }
    const [rows, inner] = call.int('transA', 0) === 0 ? a : [a[1], a[0]];
    const [same, columns] = call.int('transB', 0) === 0 ? b : [b[1], b[0]];
    if (inner !== same) throw call.mismatch(`cannot multiply [${a}] by [${b}]`);
    return { outputs: [{ shape: [rows, columns] }], macs: rows * columns * inner };
  };
}

/** `MatMul` and its quantised kinds: stacks of matrices, lists as rows or columns. */
export function matMul(secondAt: number): ShapeRule {
  return (call) => {
    const [a, b] = [call.input(0).shape, call.input(secondAt).shape];
    const inner = a[a.length - 1];
    const same = b.length === 1 ? b[0] : b[b.length - 2];
    const stack = broadcast([a.slice(0, -2), b.slice(0, -2)]);
    if (inner === undefined || inner !== same || stack === undefined) {
      throw call.mismatch(`cannot multiply [${a}] by [${b}]`);
    }
    const rows: Shape = a.length === 1 ? [] : [a[a.length - 2]];
    const columns: Shape = b.length === 1 ? [] : [b[b.length - 1]];
    const shape = [...stack, ...rows, ...columns];
    return { outputs: [{ shape }], macs: sizeOf(shape) * inner };
  };
}
