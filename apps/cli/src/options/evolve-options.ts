import { type Fit, fitNames } from '@sig/image-paths';
import type { Discriminants } from '@sig/knn-slice';
import { type Command, Option } from 'commander';
import { type StrategyName, strategyNames } from '../evolution/choose-strategy.js';
import { type FitnessName, fitnessNames } from '../evolution/load-fitness.js';
import { type ParsedBounds, parseBounds } from './parse-bounds.js';
import { integerFrom, numberFrom } from './parse-number.js';
import { parseSize, type Size } from './parse-size.js';
import { parseWidths } from './parse-widths.js';
import type { SharedOptions } from './shared-options.js';

/** The options of `sig evolve`, settled; what was left out and has no default is not there. */
export interface EvolveCommandOptions extends SharedOptions {
  readonly out: string;
  readonly strategy: StrategyName;
  readonly mode: 'serial' | 'parallel';
  readonly unit: 'filter' | 'layer';
  readonly layers: 'all' | 'last';
  readonly rounds: number;
  /** The name of a fitness, or the place of a module. */
  readonly fitness: FitnessName | string;
  readonly judge: 'leave-one-out' | 'split' | 'as-published';
  readonly validation: number;
  readonly budget: number;
  readonly generations?: number;
  readonly seconds?: number;
  readonly population?: number;
  readonly sigma?: number;
  readonly bounds?: ParsedBounds;
  readonly k: number;
  readonly vote: 'majority' | 'distance';
  /** Whether each reference is there shifted by a pixel too. */
  readonly shifts: boolean;
  /** Distances are between these, where they are not between the features. */
  readonly discriminants?: Required<Pick<Discriminants, 'subclasses' | 'shrinkage'>>;
  readonly filters: readonly number[];
  readonly size: Size;
  readonly fit: Fit;
  readonly channels: 'auto' | 'grey' | 'rgb';
  readonly trainCount?: number;
  readonly testCount?: number;
  readonly prototypes?: 'condensed' | 'kmeans' | 'protonn';
  readonly maxBytes?: number;
  /** Keeps the filters that the seed gives. */
  readonly random?: boolean;
  readonly seed: number;
  readonly log?: string;
  readonly resume?: boolean;
}

/** What the command line has said of them; `settleEvolveOptions` makes the rest. */
export interface SaidEvolveOptions
  extends Omit<EvolveCommandOptions, 'judge' | 'shifts' | 'discriminants'> {
  readonly judge?: EvolveCommandOptions['judge'];
  readonly shifts?: boolean;
  /** Subclasses, or false for none of them. */
  readonly discriminants?: number | false;
  readonly shrinkage?: number;
}

const MOST_IMAGES = 2 ** 24;

export function addEvolveOptions(command: Command): Command {
  const choice = (flags: string, what: string, choices: readonly string[], byDefault: string) =>
    command.addOption(new Option(flags, what).choices(choices).default(byDefault));
  const option = <T>(
    flags: string,
    what: string,
    parse: (text: string) => T,
    byDefault: T,
    shown?: string,
  ) => command.addOption(new Option(flags, what).argParser(parse).default(byDefault, shown));
  command.requiredOption('--out <file>', 'the engine to write, such as engine.safetensors');
  choice('--strategy <name>', 'what looks for weights', strategyNames, 'cma');
  choice(
    '--mode <order>',
    'each with what came before, or apart',
    ['serial', 'parallel'],
    'serial',
  );
  choice('--unit <size>', 'what is evolved at a time', ['filter', 'layer'], 'filter');
  choice(
    '--layers <which>',
    'convolutions that are evolved: that next to the k-NN, or all (slower)',
    ['last', 'all'],
    'last',
  );
  option('--rounds <n>', 'passes over all filters', integerFrom(1, 10_000), 1);
  option(
    '--fitness <kind>',
    `what is made small: ${fitnessNames.join(', ')} or ./my-fitness.mjs`,
    (text) => text,
    'soft',
  );
  command.addOption(
    new Option(
      '--judge <images>',
      'what the fitness sees: each training image left out, a share of them set aside, or the test images (default: split with discriminants, else leave-one-out)',
    ).choices(['leave-one-out', 'split', 'as-published']),
  );
  option('--validation <share>', 'of --judge split', numberFrom(0.01, 0.9), 0.2);
  option('--budget <n>', 'evaluations of each filter or layer', integerFrom(1, 1e9), 200);
  command
    .option('--generations <n>', 'of each filter or layer, not --budget', integerFrom(1, 1e9))
    .option(
      '--seconds <n>',
      'of evolution in all, after the first fit of discriminants',
      numberFrom(0, 1e9, { above: true }),
    )
    .option('--population <n>', 'candidates (default: of the strategy)', integerFrom(2, 1e6))
    .option(
      '--sigma <width>',
      'first deviation (default: half that of the weights)',
      numberFrom(0, 1e6, { above: true }),
    )
    .option('--bounds <lower,upper>', 'of all weights, such as -1,1 (default: none)', parseBounds);
  option('--k <n>', 'neighbours that vote', integerFrom(1, 1024), 9);
  choice('--vote <kind>', 'one vote each, or 1 / distance', ['majority', 'distance'], 'majority');
  command
    .option('--shifts', 'references shifted by a pixel too (default: with all references)')
    .option('--no-shifts', 'each image is one reference')
    .option(
      '--discriminants <subclasses>',
      'of each class, between whose discriminants distances are (default: 3 with all references)',
      integerFrom(1, 1000),
    )
    .option('--no-discriminants', 'distances between the features themselves')
    .option(
      '--shrinkage <share>',
      'of --discriminants (default: 0.1)',
      numberFrom(0, 1e6, { above: true }),
    );
  option('--filters <list>', 'of each 3×3 convolution', parseWidths, [32, 64], '32,64');
  option(
    '--size <pixels>',
    'width and height, 28 or 28x32',
    parseSize,
    { width: 28, height: 28 },
    '28',
  );
  choice('--fit <how>', 'images of another aspect ratio', fitNames, 'stretch');
  choice('--channels <kind>', 'colours to look at', ['auto', 'grey', 'rgb'], 'auto');
  return command
    .option(
      '--train-count <n>',
      'the first so many of mnist, or so many of all classes (default: mnist 4000, else all)',
      integerFrom(2, MOST_IMAGES),
    )
    .option(
      '--test-count <n>',
      'the same of the test images (default: mnist 1000, else all)',
      integerFrom(1, MOST_IMAGES),
    )
    .addOption(
      new Option('--prototypes <kind>', 'keep few references (default: all)').choices([
        'condensed',
        'kmeans',
        'protonn',
      ]),
    )
    .option('--max-bytes <n>', 'of the engine in int8, with --prototypes', integerFrom(100, 1e9))
    .addOption(
      new Option('--random', 'filters as the seed gives them, not evolved').conflicts([
        ...['resume', 'log', 'seconds', 'generations'],
      ]),
    )
    .addOption(
      new Option('--seed <n>', 'seed of all that is random')
        .argParser(integerFrom(0, 2 ** 32 - 1))
        .default(0),
    )
    .option('--log <file>', 'write what each filter came to there, as JSON lines')
    .option('--resume', 'go on with an evolution that was stopped, from the file beside --out');
}
