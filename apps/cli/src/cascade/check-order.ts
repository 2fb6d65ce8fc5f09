import type { CostMeasure, StageCost } from '@sig/cascade';
import { UsageError } from '../errors.js';
import { formatMacs, formatMilliseconds } from '../output/format.js';

/**
 * Refuses stages that are not named from the cheapest to the dearest: a cascade would ask the dear one about
 * every image.
 */
export function checkOrder(
  stages: readonly { readonly name: string; readonly cost: StageCost }[],
  measure: CostMeasure = 'macs',
): void {
  const costOf = ({ cost }: { readonly cost: StageCost }): number => cost[measure] ?? cost.macs;
  const words = (stage: (typeof stages)[number]): string =>
    measure === 'macs'
      ? `${stage.name} (${formatMacs(costOf(stage))} multiply-adds)`
      : `${stage.name} (${formatMilliseconds(costOf(stage))})`;
  const at = stages.findIndex(
    (stage, place) => place > 0 && costOf(stage) < costOf(stages[place - 1]),
  );
  if (at < 0) return;
  const order = [...stages].sort((a, b) => costOf(a) - costOf(b)).map(({ name }) => name);
  throw new UsageError(
    `stages go from the cheapest to the dearest, but ${words(stages[at - 1])} is before ${words(stages[at])}; name them in the order ${order.join(', ')}`,
  );
}
