import { checkInteger } from '../arguments/check-integer.js';
import type { Network } from '../network/network.js';
import type { Dataset } from './dataset.js';
import type { FitOptions } from './fit-options.js';

/** Throws where a dataset does not fit a network. */
export function checkDataset(name: string, dataset: Dataset, network: Network): void {
  const { count, classes, labels } = dataset;
  const outputs = network.shapes[network.shapes.length - 1][0];
  if (classes.length < 2) {
    throw new RangeError(`${name} must have at least 2 classes, got ${classes.length}`);
  }
  if (classes.length !== outputs) {
    throw new RangeError(
      `the network puts out ${outputs} classes but ${name} has ${classes.length}; build the head for ${classes.length}`,
    );
  }
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`${name} must have at least 1 sample, got ${count}`);
  }
  if (labels.length !== count) {
    throw new RangeError(`${name} has ${count} samples but ${labels.length} labels`);
  }
  for (let index = 0; index < count; index++) {
    const label = labels[index];
    if (Number.isInteger(label) && label >= 0 && label < outputs) continue;
    throw new RangeError(
      `labels of ${name} must be integers from 0 to ${outputs - 1}, got ${label} at ${index}`,
    );
  }
}

/** Throws at the first option that is out of range. */
export function checkFitOptions(options: FitOptions, classes: number): void {
  const { epochs, batch, seed, validation, earlyStopping, classWeights } = options;
  checkInteger('epochs', epochs, 1);
  checkInteger('batch', batch, 1);
  checkInteger('seed', seed, 0);
  checkRange('learningRate', options.learningRate, (value) => value > 0, 'above 0');
  for (const name of ['weightDecay', 'gamma', 'epsilon'] as const) {
    checkRange(name, options[name], (value) => value >= 0, 'at least 0');
  }
  for (const name of ['beta1', 'beta2', 'labelSmoothing'] as const) {
    checkRange(name, options[name], (value) => value >= 0 && value < 1, 'at least 0 and below 1');
  }
  checkRange('clipNorm', options.clipNorm, (value) => value > 0, 'above 0');
  checkRange('ema', options.ema, (value) => value >= 0 && value < 1, 'at least 0 and below 1');
  checkRange('mixup', options.mixup, (value) => value >= 0 && value <= 1, 'from 0 to 1');
  checkRange('warmUp', options.warmUp, (value) => value >= 0 && value <= 1, 'from 0 to 1');
  checkChoice('schedule', options.schedule, ['constant', 'cosine', 'one-cycle']);
  checkChoice('optimizer', options.optimizer, ['adam', 'adamW']);
  checkChoice('loss', options.loss, ['cross-entropy', 'focal']);
  if (typeof classWeights === 'string') checkChoice('classWeights', classWeights, ['balanced']);
  else if (
    classWeights &&
    !(classWeights.length === classes && classWeights.every((w) => Number.isFinite(w) && w >= 0))
  ) {
    throw new RangeError(
      `classWeights must be 'balanced' or ${classes} numbers of at least 0, got [${classWeights}]`,
    );
  }
  const isShare = typeof validation === 'number' && validation >= 0 && validation < 1;
  if (validation !== undefined && typeof validation !== 'object' && !isShare) {
    throw new RangeError(`validation must be a dataset or a share from 0 to 1, got ${validation}`);
  }
  if (earlyStopping && !validation) {
    throw new RangeError('earlyStopping needs a validation set; give validation: 0.1, for example');
  }
  if (typeof earlyStopping !== 'object') return;
  checkInteger('earlyStopping.patience', earlyStopping.patience, 1);
  checkChoice('earlyStopping.metric', earlyStopping.metric, ['loss', 'accuracy']);
  checkRange('earlyStopping.minDelta', earlyStopping.minDelta, (value) => value >= 0, 'at least 0');
}

function checkRange(
  name: string,
  value: number | undefined,
  accepts: (value: number) => boolean,
  accepted: string,
): void {
  if (value === undefined || (Number.isFinite(value) && accepts(value))) return;
  throw new RangeError(`${name} must be ${accepted}, got ${value}`);
}

function checkChoice(name: string, value: string | undefined, accepted: readonly string[]): void {
  if (value === undefined || accepted.includes(value)) return;
  throw new RangeError(`${name} must be one of ${accepted.join(', ')}, got ${value}`);
}
