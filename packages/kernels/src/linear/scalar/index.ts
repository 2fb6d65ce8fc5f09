import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { adam } from './adam.js';
import { addInto } from './add-into.js';
import { axpby } from './axpby.js';
import { batchNorm } from './batch-norm.js';
import { batchNormBackward } from './batch-norm-backward.js';
import { batchedGemm } from './batched-gemm.js';
import { columnMoments } from './column-moments.js';
import { columnSum } from './column-sum.js';
import { conv2d } from './conv2d.js';
import { copySamples } from './copy-samples.js';
import { depthwiseConv2d } from './depthwise-conv2d.js';
import { depthwiseConv2dBackward } from './depthwise-conv2d-backward.js';
import { dropout } from './dropout.js';
import { fill } from './fill.js';
import { flipFilters } from './flip-filters.js';
import { gelu } from './gelu.js';
import { geluBackward } from './gelu-backward.js';
import { gemm } from './gemm.js';
import { imagePatches } from './image-patches.js';
import { imagePatchesBackward } from './image-patches-backward.js';
import { layerNorm } from './layer-norm.js';
import { layerNormBackward } from './layer-norm-backward.js';
import { maxPool1d } from './max-pool1d.js';
import { maxPool1dBackward } from './max-pool1d-backward.js';
import { nearestVotes } from './nearest-votes.js';
import { norm } from './norm.js';
import { relu } from './relu.js';
import { reluBackward } from './relu-backward.js';
import { rowSquares } from './row-squares.js';
import { smallest } from './smallest.js';
import { softmaxLoss } from './softmax-loss.js';
import { softmaxRows } from './softmax-rows.js';
import { softmaxRowsBackward } from './softmax-rows-backward.js';
import { standardiseColumns } from './standardise-columns.js';
import { tanh } from './tanh.js';
import { tanhBackward } from './tanh-backward.js';

/** The scalar twin of every kernel of the linear family. */
export function linearScalar(memory: MemoryViews): Record<string, KernelFunction> {
  return {
    adam: adam(memory),
    addInto: addInto(memory),
    axpby: axpby(memory),
    batchNorm: batchNorm(memory),
    batchNormBackward: batchNormBackward(memory),
    batchedGemm: batchedGemm(memory),
    columnMoments: columnMoments(memory),
    columnSum: columnSum(memory),
    conv2d: conv2d(memory),
    copySamples: copySamples(memory),
    depthwiseConv2d: depthwiseConv2d(memory),
    depthwiseConv2dBackward: depthwiseConv2dBackward(memory),
    dropout: dropout(memory),
    fill: fill(memory),
    flipFilters: flipFilters(memory),
    gelu: gelu(memory),
    geluBackward: geluBackward(memory),
    gemm: gemm(memory),
    imagePatches: imagePatches(memory),
    imagePatchesBackward: imagePatchesBackward(memory),
    layerNorm: layerNorm(memory),
    layerNormBackward: layerNormBackward(memory),
    maxPool1d: maxPool1d(memory),
    maxPool1dBackward: maxPool1dBackward(memory),
    nearestVotes: nearestVotes(memory),
    norm: norm(memory),
    relu: relu(memory),
    reluBackward: reluBackward(memory),
    rowSquares: rowSquares(memory),
    smallest: smallest(memory),
    softmaxLoss: softmaxLoss(memory),
    softmaxRows: softmaxRows(memory),
    softmaxRowsBackward: softmaxRowsBackward(memory),
    standardiseColumns: standardiseColumns(memory),
    tanh: tanh(memory),
    tanhBackward: tanhBackward(memory),
  };
}
