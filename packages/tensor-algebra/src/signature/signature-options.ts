import type { NdArray } from 'ndarray';
import type { RealData } from '../arrays/real-array.js';
import type { SignatureEngine } from '../engine/create-signature-engine.js';
import type { Basepoint } from './start-points.js';

/** How a path is read and what of it is computed. */
export interface PathOptions<A extends RealData> {
  /** Put a point before the path: the origin, one point, or ndarray [batch, channels]. */
  basepoint?: Basepoint;
  /** The signature of the path run backwards, basepoint and initial included: the inverse. */
  inverse?: boolean;
  /**
   * One result for each increment: of the path up to there. The results lie along an axis before
   * the words, as long as the path less one, or as the path where it has a basepoint.
   */
  stream?: boolean;
  /** Signatures to go on from, [words] or [batch, words]: those of what came before the path. */
  initial?: NdArray<A>;
  /** Threads to work with, from `createSignatureEngine`; by default the calling thread alone. */
  engine?: SignatureEngine;
}

export interface SignatureOptions<A extends RealData> extends PathOptions<A> {
  /** Put the constant 1 of level 0 before level 1, in `initial` as in the result. */
  scalarTerm?: boolean;
  /** Where to write the result: an array of its shape that shares no memory with the input. */
  out?: NdArray<A>;
}
