export {
  type CalibrationErrorOptions,
  expectedCalibrationError,
} from './expected-calibration-error.js';
export {
  type Calibration,
  type FitCalibrationOptions,
  fitCalibration,
} from './fit-calibration.js';
export { fitMix, type Mix } from './fit-mix.js';
export { fitTemperature } from './fit-temperature.js';
export { mixProbabilities } from './mix-probabilities.js';
export { type MixingGain, type MixingGainOptions, mixingGain } from './mixing-gain.js';
export { soften } from './soften.js';
