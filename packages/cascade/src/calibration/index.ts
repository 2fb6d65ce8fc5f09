export {
  type CalibrationErrorOptions,
  expectedCalibrationError,
} from './expected-calibration-error.js';
export { fitTemperature } from './fit-temperature.js';
export { soften } from './soften.js';
