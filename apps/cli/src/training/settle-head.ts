import { encodeModel, quantizeModel } from '@sig/edge';
import { measureInTurns } from '@sig/edge/measure';
import { createClassifier } from '@sig/edge/runtime';
import { layers } from '@sig/edge/runtime/field';
import {
  architectureToJSON,
  type LearnedFieldPreset,
  learnedFieldPresets,
  standardisedColumns,
} from '@sig/heads';
import type { ImageSource } from '../data/image-source.js';
import { UsageError } from '../errors.js';
import { modelCost } from '../model/model-cost.js';
import type { BudgetOptions } from '../options/budget-options.js';
import { kebab } from '../options/kebab.js';
import { AUTO_HEAD } from '../options/parse-head.js';
import type { TrainSettings } from '../options/train-settings.js';
import { planTraining, type TrainingPlan } from './plan-training.js';
import { trainingSummary } from './training-summary.js';

/** What `--head auto` has taken. */
export interface ChosenHead {
  readonly preset: LearnedFieldPreset['name'];
  readonly cost: HeadCost;
}

interface HeadCost {
  readonly params: number;
  /** Of the file, quantised to int8. */
  readonly bytes: number;
  readonly macs: number;
  /** Median milliseconds of an image in the runtime; only where there is a budget of them. */
  readonly ms?: number;
}

/** Settings of a head that has no name left open, and what was chosen for it. */
export interface SettledHead {
  readonly settings: TrainSettings;
  readonly chosen?: ChosenHead;
}

/** What an automatic head decides by itself. */
const DECIDED = [
  'hidden',
  'widths',
  'strides',
  'paths',
  'frontStride',
  'normalise',
  'window',
  'stride',
] as const;
const BUDGETS = ['preset', 'maxBytes', 'maxMacs', 'maxMs'] as const;

/**
 * Takes the largest preset of a learned field within the budgets where the head is `auto`: by what it costs
 * for images of this size, these channels and these classes.
 */
export async function settleHead(
  source: ImageSource,
  settings: TrainSettings,
): Promise<SettledHead> {
  const { preset, maxBytes, maxMacs, maxMs, ...others } = settings;
  if (settings.head !== AUTO_HEAD) {
    refuse(settings, BUDGETS, (option) => `--${option} is for --head auto, got ${settings.head}`);
    return { settings: others };
  }
  refuse(
    settings,
    DECIDED,
    (option) => `--head auto decides --${option}; leave it out, or name a head`,
  );
  const presets = learnedFieldPresets.filter(({ name }) => preset === undefined || name === preset);
  let tooMuch = '';
  for (const { name, options } of [...presets].reverse()) {
    const settled: TrainSettings = { ...others, ...options, head: 'learned-field' };
    const plan = await planTraining(source, settled);
    const cost = await costOf(plan, settled, source, maxMs !== undefined);
    const excess = excessOf(cost, { maxBytes, maxMacs, maxMs });
    if (excess === undefined) return { settings: settled, chosen: { preset: name, cost } };
    tooMuch = `${name}${presets.length > 1 ? ', the smallest,' : ''} ${excess}`;
  }
  throw new UsageError(
    `no preset is within the budget: ${tooMuch}; allow more, or name a head and its widths`,
  );
}

function refuse<Option extends string>(
  settings: Readonly<Partial<Record<Option, unknown>>>,
  options: readonly Option[],
  words: (option: string) => string,
): void {
  const given = options.find((option) => settings[option] !== undefined);
  if (given !== undefined) throw new UsageError(words(kebab(given)));
}

async function costOf(
  { recipe, network }: TrainingPlan,
  settings: TrainSettings,
  { classes, trainCount }: ImageSource,
  timed: boolean,
): Promise<HeadCost> {
  const { params, macs } = modelCost(recipe, network.layers);
  const columns = standardisedColumns(network);
  const model = quantizeModel(
    {
      kind: 'classifier',
      labels: classes,
      recipe,
      architecture: architectureToJSON(network),
      weights: network.weights,
      standardisation: {
        mean: new Float32Array(columns),
        scale: new Float32Array(columns).fill(1),
      },
      // Figures of as many digits as those of a training have.
      training: trainingSummary(settings, {
        data: 'photographs',
        images: trainCount,
        report: REPORT,
      }),
    } as const,
    { mode: 'dynamic-int8' },
  );
  const file = encodeModel(model);
  return { params, bytes: file.length, macs, ...(timed && { ms: await timeOf(file, recipe) }) };
}

const FIGURE = 1 / 7;
const REPORT = {
  ...{ epoch: 1, epochs: 1, learningRate: FIGURE, best: true, seconds: 1, imagesPerSecond: 1 },
  ...{ loss: FIGURE, accuracy: FIGURE, validationLoss: FIGURE, validationAccuracy: FIGURE },
};

async function timeOf(
  file: Uint8Array,
  { width, height, channels }: TrainingPlan['recipe'],
): Promise<number> {
  const classifier = createClassifier(file, { layers });
  const count = channels === 'rgb' ? 3 : 1;
  const image = {
    width,
    height,
    channels: count,
    data: new Uint8Array(width * height * count),
  } as const;
  const [{ total }] = await measureInTurns(
    [{ name: 'decoded', run: () => classifier.classify(image) }],
    { seconds: 0.3 },
  );
  return total.median;
}

/** The first budget that is not kept, in words. */
function excessOf(
  { bytes, macs, ms = 0 }: HeadCost,
  {
    maxBytes = Number.POSITIVE_INFINITY,
    maxMacs = Number.POSITIVE_INFINITY,
    maxMs = Number.POSITIVE_INFINITY,
  }: BudgetOptions,
): string | undefined {
  if (bytes > maxBytes) return `takes ${bytes} bytes, --max-bytes allows ${maxBytes}`;
  if (macs > maxMacs) return `takes ${macs} multiply-adds, --max-macs allows ${maxMacs}`;
  if (ms > maxMs) return `takes ${ms.toPrecision(3)} ms here, --max-ms allows ${maxMs}`;
  return undefined;
}
