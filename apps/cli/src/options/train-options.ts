import type { FieldHeadOptions } from '@sig/heads';
import type { AugmentationSpec } from '@sig/image-paths';
import { type Command, Option } from 'commander';
import type { TrainDefaults } from '../train-defaults.js';
import { addBudgetOptions, type BudgetOptions } from './budget-options.js';
import { addFeatureOptions, type FeatureOptions } from './feature-options.js';
import { parseAugment, parseCopyList } from './parse-augment.js';
import { type ClassWeights, parseClassWeights } from './parse-class-weights.js';
import { AUTO_HEAD, HEAD_NAMES, parseHead } from './parse-head.js';
import { integerFrom, numberFrom } from './parse-number.js';
import { parseStrides } from './parse-strides.js';
import { parseWidths } from './parse-widths.js';
import { said } from './said.js';
import type { SharedOptions } from './shared-options.js';

/** The options of `sig train` as they were given; what was left out is not there. */
export interface TrainOptions
  extends SharedOptions,
    FeatureOptions,
    BudgetOptions,
    Partial<Omit<TrainDefaults, keyof FeatureOptions | 'width' | 'height' | 'augment'>> {
  readonly out: string;
  /** Where the report goes; false for none, beside the model when left out. */
  readonly report?: string | false;
  readonly hidden?: number;
  readonly widths?: readonly number[];
  readonly strides?: readonly number[];
  readonly paths?: number;
  readonly frontStride?: number;
  readonly normalise?: boolean;
  readonly pool?: FieldHeadOptions['pool'];
  readonly augment?: readonly AugmentationSpec[];
  readonly copies: readonly AugmentationSpec[];
  readonly gamma?: number;
  readonly warmUp?: number;
  readonly clipNorm?: number;
  readonly ema?: number;
  readonly mixup?: number;
  /** A model file. */
  readonly teacher?: string;
  readonly teacherShare?: number;
  readonly teacherTemperature?: number;
  readonly classWeights: ClassWeights;
  readonly positive?: string;
  readonly patience?: number;
  readonly limit?: number;
  readonly log?: string;
  readonly resume?: boolean;
}

export function addTrainOptions(command: Command): Command {
  command
    .requiredOption('--out <file>', 'the model file to write, such as model.safetensors')
    .option('--report <file>', 'the HTML report to write (default: model.report.html beside it)')
    .option('--no-report', 'write no report');
  addFeatureOptions(command);
  addHeadOptions(command);
  addBudgetOptions(command);
  addTrainingOptions(command);
  return command
    .option('--log <file>', 'write the figures of each epoch there, as JSON lines')
    .option('--resume', 'go on with a training that was stopped, from the checkpoint beside --out');
}

function addHeadOptions(command: Command): void {
  command
    .option(
      '--head <kind>',
      said(
        `layers behind the features: ${AUTO_HEAD} (a learned field of what size fits), ${HEAD_NAMES.join(', ')} (takes pixels) or ./my-head.mjs`,
        'head',
      ),
      parseHead,
    )
    .option('--hidden <n>', 'neurons of the hidden layer (default: 50)', integerFrom(1, 65536))
    .option(
      '--widths <list>',
      'channels of the separable and field heads (default of a field: 64,64,96,128,128)',
      parseWidths,
    )
    .option(
      '--strides <list>',
      'of the blocks of a head on a field, one fewer than widths (default: 1,2,1,2)',
      parseStrides,
    )
    .option('--paths <n>', 'channels of learned paths (default: 6)', integerFrom(1, 64))
    .option(
      '--front-stride <pixels>',
      'of the convolution that learns the paths (default: 1)',
      integerFrom(1, 16),
    )
    .option('--normalise', 'normalise learned paths before tanh (default: no)')
    .addOption(
      new Option(
        '--pool <kind>',
        'of the places of a field: their mean, or attention to some of them (default: mean)',
      ).choices(['mean', 'attention']),
    )
    .option(
      '--dropout <share>',
      said('share left out before the last layer', 'dropout'),
      numberFrom(0, 0.95),
    );
}

function addTrainingOptions(command: Command): void {
  command
    .option(
      '--epochs <n>',
      said('times every image is seen; of few photographs more, up to 200', 'epochs'),
      integerFrom(1, 100_000),
    )
    .option(
      '--batch <n>',
      said('images a step; of few photographs fewer, down to 16', 'batch'),
      integerFrom(1, 65_536),
    )
    .option(
      '--learning-rate <rate>',
      said('the highest learning rate', 'learningRate'),
      numberFrom(0, 10, { above: true }),
    )
    .addOption(
      new Option('--schedule <kind>', said('course of the learning rate', 'schedule')).choices([
        'constant',
        'cosine',
        'one-cycle',
      ]),
    )
    .option(
      '--warm-up <share>',
      'share of the steps with a rising learning rate (default: 0, one-cycle 0.3)',
      numberFrom(0, 1),
    )
    .addOption(
      new Option('--optimizer <kind>', said('optimiser', 'optimizer')).choices(['adam', 'adamW']),
    )
    .option('--weight-decay <rate>', said('for adamW', 'weightDecay'), numberFrom(0, 1))
    .option(
      '--clip-norm <length>',
      'shorten gradients that are longer than this (default: none)',
      numberFrom(0, 1e9, { above: true }),
    )
    .option(
      '--ema <decay>',
      'keep a moving average of the weights, of a decay such as 0.999 (default: 0, none)',
      numberFrom(0, 0.999_999),
    )
    .option(
      '--mixup <alpha>',
      'mix images in pairs, such as 0.2 (default: 0, none)',
      numberFrom(0, 1),
    )
    .option(
      '--teacher <model>',
      'a model of the same classes whose answers are learned beside the labels',
    )
    .option(
      '--teacher-share <share>',
      'of the target that is its answer (default: 0.5)',
      numberFrom(0, 1),
    )
    .option(
      '--teacher-temperature <t>',
      'softens its answers where above 1 (default: 2)',
      numberFrom(0, 100, { above: true }),
    )
    .addOption(
      new Option('--loss <kind>', said('loss', 'loss')).choices(['cross-entropy', 'focal']),
    )
    .option('--gamma <exponent>', 'exponent of the focal loss (default: 2)', numberFrom(0, 10))
    .addOption(
      new Option('--class-weights <weights>', 'none, balanced, or one number a class: 1,2.5')
        .argParser(parseClassWeights)
        .default('none'),
    )
    .option(
      '--label-smoothing <share>',
      said('share of the target spread over all classes', 'labelSmoothing'),
      numberFrom(0, 0.95),
    )
    .option(
      '--augment <list>',
      said('random changes: flip,shift:4 or none', 'augment'),
      parseAugment,
    )
    .addOption(
      new Option('--copies <list>', 'changed copies of every training image: flip,brightness:40')
        .argParser(parseCopyList)
        .default([], 'none'),
    )
    .option(
      '--validation <share>',
      said('share of the training images kept aside', 'validation'),
      numberFrom(0, 0.9),
    )
    .option(
      '--patience <epochs>',
      'stop after so many epochs without a better validation loss (default: never)',
      integerFrom(1, 100_000),
    )
    .option('--positive <class>', 'of two classes, the one F1 is about (default: the last)')
    .option('--limit <n>', 'train on so many images, of all classes', integerFrom(2, 2 ** 31 - 1))
    .option('--seed <n>', said('seed of all that is random', 'seed'), integerFrom(0, 2 ** 32 - 1));
}
