export { type AdamOptions, adam } from './adam.js';
export { type AddIntoOptions, addInto } from './add-into.js';
export { type AxpbyOptions, axpby } from './axpby.js';
export { type BatchNormOptions, batchNorm } from './batch-norm.js';
export { type BatchNormBackwardOptions, batchNormBackward } from './batch-norm-backward.js';
export { type BatchedGemmOptions, batchedGemm, type MatrixBatch } from './batched-gemm.js';
export { type ColumnMomentsOptions, columnMoments } from './column-moments.js';
export { type ColumnSumOptions, columnSum } from './column-sum.js';
export { type Conv2dOptions, conv2d, conv2dScratch } from './conv2d.js';
export { type CopySamplesOptions, copySamples } from './copy-samples.js';
export { type DepthwiseConv2dOptions, depthwiseConv2d } from './depthwise-conv2d.js';
export {
  type DepthwiseConv2dBackwardOptions,
  depthwiseConv2dBackward,
} from './depthwise-conv2d-backward.js';
export { type DropoutOptions, dropout } from './dropout.js';
export { type FillOptions, fill } from './fill.js';
export { type FlipFiltersOptions, flipFilters } from './flip-filters.js';
export { type GeluOptions, gelu } from './gelu.js';
export { type GeluBackwardOptions, geluBackward } from './gelu-backward.js';
export { type GemmOptions, gemm } from './gemm.js';
export { type ImagePatchesOptions, imagePatches } from './image-patches.js';
export {
  type ImagePatchesBackwardOptions,
  imagePatchesBackward,
} from './image-patches-backward.js';
export { type ImageWindows, windowCount } from './image-windows.js';
export { type LayerNormOptions, layerNorm } from './layer-norm.js';
export { type LayerNormBackwardOptions, layerNormBackward } from './layer-norm-backward.js';
export { linearModule } from './linear-module.js';
export { type MaxPool1dOptions, maxPool1d } from './max-pool1d.js';
export { type MaxPool1dBackwardOptions, maxPool1dBackward } from './max-pool1d-backward.js';
export {
  type NearestVotesOptions,
  nearestVotes,
  nearestVotesBytes,
} from './nearest-votes.js';
export { type NormOptions, norm } from './norm.js';
export { type ReluOptions, relu } from './relu.js';
export { type ReluBackwardOptions, reluBackward } from './relu-backward.js';
export { type RowSquaresOptions, rowSquares } from './row-squares.js';
export { type SmallestOptions, smallest } from './smallest.js';
export { type SoftmaxLossOptions, softmaxLoss } from './softmax-loss.js';
export { type SoftmaxRowsOptions, softmaxRows } from './softmax-rows.js';
export { type SoftmaxRowsBackwardOptions, softmaxRowsBackward } from './softmax-rows-backward.js';
export { type StandardiseColumnsOptions, standardiseColumns } from './standardise-columns.js';
export { type TanhOptions, tanh } from './tanh.js';
export { type TanhBackwardOptions, tanhBackward } from './tanh-backward.js';
