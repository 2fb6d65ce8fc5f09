import { type LearnedFieldPreset, learnedFieldPresets } from '@sig/heads';
import type { ImageSource } from '../data/image-source.js';
import { UsageError } from '../errors.js';
import { BUDGETS, type BudgetOptions } from '../options/budget-options.js';
import { kebab } from '../options/kebab.js';
import { AUTO_HEAD } from '../options/parse-head.js';
import type { TrainSettings } from '../options/train-settings.js';
import { type HeadCost, headCost } from './head-cost.js';
import { planTraining, type TrainingPlan } from './plan-training.js';

/** What `--head auto` has taken. */
export interface ChosenHead {
  readonly preset: LearnedFieldPreset['name'];
  readonly cost: HeadCost;
}

/** Settings of a head that has no name left open, what is trained by them, and what was chosen. */
export interface SettledHead {
  readonly settings: TrainSettings;
  readonly plan: TrainingPlan;
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
  'pool',
  'window',
  'stride',
] as const;

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
    return { settings: others, plan: await planTraining(source, others) };
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
    const cost = await headCost(plan, settled, source, { timed: maxMs !== undefined });
    const excess = excessOf(cost, { maxBytes, maxMacs, maxMs });
    if (excess === undefined) return { settings: settled, plan, chosen: { preset: name, cost } };
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
