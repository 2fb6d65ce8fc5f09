import type { CostMeasure, ExitRule } from '@sig/cascade';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { OnnxOptions } from './onnx-options.js';
import { parseAmount } from './parse-amount.js';
import { integerFrom, numberFrom } from './parse-number.js';
import { parseShares } from './parse-shares.js';
import type { SharedOptions } from './shared-options.js';

export interface CascadeFitOptions extends SharedOptions, OnnxOptions {
  readonly out: string;
  readonly data?: string;
  readonly rule: ExitRule;
  readonly calibrate: boolean;
  /** Left out: where it helps. */
  readonly mix?: boolean;
  readonly targetAccuracy?: number;
  readonly budget?: number;
  readonly shares?: readonly number[];
  readonly risk?: number;
  readonly confidence?: number;
  readonly abstain?: number;
  readonly cost: CostMeasure;
  readonly validation?: number;
  readonly seed?: number;
  readonly plots?: string;
  readonly layers?: string;
}

/** Names of exit rules on the command line. */
const RULES: Readonly<Record<string, ExitRule>> = {
  max: 'max-softmax',
  margin: 'margin',
  entropy: 'entropy',
  agreement: 'agreement',
};

export function addCascadeFitOptions(command: Command): Command {
  const share = (above = true) => numberFrom(0, 1, { above });
  return command
    .requiredOption('--out <file>', 'where the policy is written, beside the models')
    .option(
      '--data <folder>',
      'mnist, the folder that the models were trained on, or one of other images',
    )
    .addOption(
      new Option('--rule <rule>', 'what makes a stage sure: max, margin, entropy or agreement')
        .argParser(parseRule)
        .default('max-softmax', 'max'),
    )
    .option('--no-calibrate', 'take confidences as they are, without fitting temperatures')
    .option('--mix', 'mix answers with what earlier stages said (default: where it helps)')
    .option('--no-mix', 'let each stage answer by itself')
    .addOption(
      new Option(
        '--target-accuracy <share>',
        'the cheapest thresholds with this accuracy (default: that of the best stage)',
      ).argParser(share()),
    )
    .addOption(
      new Option(
        '--budget <cost>',
        'the most accurate ones within this cost an image: 7.15M; with --target-accuracy as well, those that most surely keep both',
      ).argParser(parseAmount),
    )
    .addOption(
      new Option(
        '--shares <list>',
        'those with which each stage answers a share: 0.6,0.3,0.1',
      ).argParser(parseShares),
    )
    .addOption(
      new Option(
        '--risk <share>',
        'promise to lose at most this accuracy against the last stage',
      ).argParser(share()),
    )
    .addOption(
      new Option('--confidence <share>', 'how sure that promise is (default: 0.9)').argParser(
        share(),
      ),
    )
    .addOption(
      new Option(
        '--abstain <share>',
        'let the last stage say nothing, for this accuracy of answers',
      ).argParser(share()),
    )
    .addOption(
      new Option('--cost <measure>', 'what is to be kept low')
        .choices(['macs', 'milliseconds'])
        .default('macs'),
    )
    .addOption(
      new Option(
        '--validation <share>',
        'of the training images, those kept aside in training (default: as the models tell)',
      ).argParser(numberFrom(0.0001, 0.9)),
    )
    .addOption(
      new Option('--seed <n>', 'of that choice (default: as the models tell)').argParser(
        integerFrom(0, 2 ** 31 - 1),
      ),
    )
    .option('--plots <folder>', 'write threshold maps, front and exits as SVG files');
}

function parseRule(text: string): ExitRule {
  if (Object.hasOwn(RULES, text)) return RULES[text];
  throw new InvalidArgumentError(`It must be one of ${Object.keys(RULES).join(', ')}.`);
}
