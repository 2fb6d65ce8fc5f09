import fc from 'fast-check';
import type { StageScores } from '../../src/index.js';

/** Stages as a search sees them; few levels of confidence make many equals. */
export function scoresOf(
  rows: readonly (readonly { sure: number; right: boolean }[])[],
  macs: readonly number[],
): StageScores[] {
  return rows.map((row, stage) => ({
    name: `stage ${stage}`,
    confidence: Float64Array.from(row, ({ sure }) => sure),
    predicted: new Int32Array(row.length),
    correct: Uint8Array.from(row, ({ right }) => (right ? 1 : 0)),
    cost: { macs: macs[stage], bytes: 0, params: 0 },
  }));
}

/** Some stages over some images, costs being whole numbers. */
export function randomScores(stages: number, most: number): fc.Arbitrary<StageScores[]> {
  return fc
    .record({ images: fc.integer({ min: 1, max: most }), levels: fc.constantFrom(3, 1000) })
    .chain(({ images, levels }) => {
      const cell = fc.record({
        sure: fc.integer({ min: 0, max: levels }).map((step) => step / levels),
        right: fc.boolean(),
      });
      const row = fc.array(cell, { minLength: images, maxLength: images });
      return fc
        .tuple(
          fc.array(row, { minLength: stages, maxLength: stages }),
          fc.array(fc.integer({ min: 0, max: 50 }), { minLength: stages, maxLength: stages }),
        )
        .map(([rows, macs]) => scoresOf(rows, macs));
    });
}
