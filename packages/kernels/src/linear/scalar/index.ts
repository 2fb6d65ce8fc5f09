import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { adam } from './adam.js';
import { addInto } from './add-into.js';
import { columnSum } from './column-sum.js';
import { copySamples } from './copy-samples.js';
import { dropout } from './dropout.js';
import { fill } from './fill.js';
import { flipFilters } from './flip-filters.js';
import { gemm } from './gemm.js';
import { maxPool1d } from './max-pool1d.js';
import { maxPool1dBackward } from './max-pool1d-backward.js';
import { relu } from './relu.js';
import { reluBackward } from './relu-backward.js';
import { softmaxLoss } from './softmax-loss.js';
import { standardiseColumns } from './standardise-columns.js';

/** The scalar twin of every kernel of the linear family. */
export function linearScalar(memory: MemoryViews): Record<string, KernelFunction> {
  return {
    adam: adam(memory),
    addInto: addInto(memory),
    columnSum: columnSum(memory),
    copySamples: copySamples(memory),
    dropout: dropout(memory),
    fill: fill(memory),
    flipFilters: flipFilters(memory),
    gemm: gemm(memory),
    maxPool1d: maxPool1d(memory),
    maxPool1dBackward: maxPool1dBackward(memory),
    relu: relu(memory),
    reluBackward: reluBackward(memory),
    softmaxLoss: softmaxLoss(memory),
    standardiseColumns: standardiseColumns(memory),
  };
}
