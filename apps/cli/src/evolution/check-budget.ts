import { type Network, sizeOf } from '@sig/heads';
import { UsageError } from '../errors.js';
import type { EvolveCommandOptions } from '../options/evolve-options.js';
import { chooseStrategy } from './choose-strategy.js';
import { evolvedLayers } from './evolved-layers.js';

/** Refuses a budget in which a filter or layer has not even one generation. */
export function checkBudget(network: Network, options: EvolveCommandOptions): void {
  const { budget, generations, unit, strategy } = options;
  if (generations !== undefined) return;
  const { layers, shapes, inputShape } = network;
  for (const place of evolvedLayers(network, options.layers)) {
    const parameters = layers[place].parameters(place === 0 ? inputShape : shapes[place - 1]);
    const weights = parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
    const dimension = unit === 'layer' ? weights : weights / Number(layers[place].options.filters);
    const { populationSize } = chooseStrategy(options)(new Float64Array(dimension).fill(1), 0);
    if (budget < populationSize) {
      throw new UsageError(
        `--budget must be enough for one generation, ${populationSize} for a ${unit} of ${dimension} weights with ${strategy}, got ${budget}`,
      );
    }
  }
}
