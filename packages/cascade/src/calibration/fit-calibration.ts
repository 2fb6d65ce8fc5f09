import type { Recording } from '../recordings/recording.js';
import { fitMix } from './fit-mix.js';
import { COLDEST, fitTemperature, HOTTEST } from './fit-temperature.js';
import { ownMix } from './own-mix.js';

export interface FitCalibrationOptions {
  /** Lets the answer of a stage be mixed with what the earlier ones said (false). */
  readonly mix?: boolean;
}

/** What makes probabilities of the stages' answers true, as `scoreStages` and `createPolicy` take it. */
export interface Calibration {
  readonly temperatures: readonly number[];
  readonly mixes?: readonly (readonly number[])[];
  /** A line for each stage that is left as it is, as nothing is the likeliest. */
  readonly warnings: readonly string[];
}

/**
 * The temperature of every stage, and with `mix` the shares that it and the earlier stages have in its
 * answer. Where no temperature is the likeliest, as for a stage that is right about all images, it stays 1.
 *
 * Fit it on images that no stage was trained on.
 *
 * @throws RangeError when the recordings are of other images or classes.
 *
 * @example
 * const { warnings, ...calibration } = fitCalibration(recordings, { mix: true });
 * const scores = scoreStages(recordings, { rule: 'margin', ...calibration });
 */
export function fitCalibration(
  recordings: readonly Recording[],
  { mix: isMixed = false }: FitCalibrationOptions = {},
): Calibration {
  const warnings: string[] = [];
  const found = recordings.map((recording, stage) => {
    const mixed = isMixed && stage > 0 ? fitMix(recordings.slice(0, stage + 1)) : undefined;
    if (mixed !== undefined) return mixed;
    const mix = ownMix(stage);
    const temperature = fitTemperature(recording);
    if (temperature > COLDEST * 1.0001 && temperature < HOTTEST / 1.0001) {
      return { mix, temperature };
    }
    const { name, labels } = recording;
    const why = temperature < 1 ? 'right about every one' : 'no better than a guess about them';
    warnings.push(
      `no temperature of stage ${name} is the likeliest on ${labels.length} images, it is ${why}: it stays 1; fit on more images`,
    );
    return { mix, temperature: 1 };
  });
  return {
    temperatures: found.map(({ temperature }) => temperature),
    ...(isMixed && { mixes: found.map(({ mix }) => mix) }),
    warnings,
  };
}
