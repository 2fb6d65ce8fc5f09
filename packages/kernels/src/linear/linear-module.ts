import { fromLetters } from '../from-letters.js';
import { linearWasm } from '../generated/linear-wasm.js';
import type { KernelModule } from '../kernel-module.js';
import { linearScalar } from './scalar/index.js';

/** The kernels of networks: matrix products, pooling, activations, losses and optimisers. */
export const linearModule: Required<KernelModule> = {
  name: 'linear',
  kernels: [
    'adam',
    'addInto',
    'axpby',
    'batchNorm',
    'batchNormBackward',
    'batchedGemm',
    'columnMoments',
    'columnSum',
    'conv2d',
    'copySamples',
    'depthwiseConv2d',
    'depthwiseConv2dBackward',
    'dropout',
    'fill',
    'flipFilters',
    'gelu',
    'geluBackward',
    'gemm',
    'imagePatches',
    'imagePatchesBackward',
    'layerNorm',
    'layerNormBackward',
    'maxPool1d',
    'maxPool1dBackward',
    'nearestVotes',
    'norm',
    'relu',
    'reluBackward',
    'rowSquares',
    'smallest',
    'softmaxLoss',
    'softmaxRows',
    'softmaxRowsBackward',
    'standardiseColumns',
    'tanh',
    'tanhBackward',
  ],
  wasm: () => fromLetters(linearWasm),
  scalar: linearScalar,
};
