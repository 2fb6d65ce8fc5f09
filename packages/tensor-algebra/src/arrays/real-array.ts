import type { NdArray } from 'ndarray';

/** The storage of every array that goes in or comes out. */
export type RealData = Float32Array | Float64Array;

/** An ndarray view, of any strides and offset, over float32 or float64 numbers. */
export type RealArray = NdArray<RealData>;
