import { describe, expect, it } from 'vitest';
import { countCost, fcHead } from '../../src/index.js';

/** Words of a signature of RGB at depths 1 to 6, without level 0. */
const WORDS = [3, 12, 39, 120, 363, 1092];

/** ImageSig, table 5: side, depth, parameters, MFLOP (two a multiply-add). */
const depthsAndResolutions = [
  [32, 1, 4_952, 0.01],
  [32, 2, 19_352, 0.04],
  [32, 3, 62_552, 0.12],
  [32, 4, 192_152, 0.38],
  [32, 5, 580_952, 1.16],
  [32, 6, 1_747_352, 3.49],
  [64, 1, 9_752, 0.02],
  [64, 2, 38_552, 0.08],
  [64, 3, 124_952, 0.25],
  [64, 4, 384_152, 0.77],
  [64, 5, 1_161_752, 2.32],
  [128, 1, 19_352, 0.04],
  [128, 2, 76_952, 0.15],
  [128, 3, 249_752, 0.5],
  [128, 4, 768_152, 1.53],
  [128, 5, 2_323_352, 4.65],
] as const;

/** ImageSig, table 10: side, neurons, parameters, all at depth 4. */
const neurons = [
  [32, 25, 96_077],
  [32, 50, 192_152],
  [32, 100, 384_302],
  [32, 150, 576_452],
  [32, 200, 768_602],
  [64, 25, 192_077],
  [64, 50, 384_152],
  [64, 100, 768_302],
  [64, 150, 1_152_452],
  [64, 200, 1_536_602],
] as const;

describe('the dense head over the tables of ImageSig', () => {
  it.each(depthsAndResolutions)(
    'has the parameters and operations of table 5 at %i pixels and depth %i',
    (side, depth, params, megaflops) => {
      const shape = [side, WORDS[depth - 1]];
      const cost = countCost(fcHead(shape, 2), shape);
      expect(cost.params).toBe(params);
      // Two decimals were printed, some rounded down.
      expect(Math.abs((2 * cost.macs) / 1e6 - megaflops)).toBeLessThanOrEqual(0.0101);
    },
  );

  // Printed were 96,072 for 25 neurons at 32 pixels, where 3,840 · 25 + 25 + 25 · 2 + 2 is 96,077, and
  // 1,151,452 for 150 at 64 pixels, where 7,680 · 150 + 150 + 150 · 2 + 2 is 1,152,452.
  it.each(neurons)(
    'has the parameters of table 10 at %i pixels and %i neurons',
    (side, hidden, params) => {
      const shape = [side, WORDS[3]];
      expect(countCost(fcHead(shape, 2, { hidden }), shape).params).toBe(params);
    },
  );
});
