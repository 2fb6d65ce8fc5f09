import type { Recording } from '../recordings/recording.js';
import { mixProbabilities } from './mix-probabilities.js';
import { ownMix } from './own-mix.js';

/** Probabilities [count, classes] of every stage's answer, at its temperature and mixed with earlier ones. */
export function answersOf(
  recordings: readonly Recording[],
  temperatures: readonly number[],
  mixes?: readonly (readonly number[])[],
): (Float32Array | Float64Array)[] {
  const said = recordings.map(({ probabilities }) => probabilities);
  return recordings.map(({ classes }, stage) => {
    const mix = mixes?.[stage] ?? ownMix(stage);
    return mixProbabilities(said.slice(0, stage + 1), classes.length, mix, temperatures[stage]);
  });
}
