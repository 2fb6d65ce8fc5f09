import { createModelNetwork } from '@sig/edge';
import { Command } from 'commander';
import { type LayerRow, layerRows } from '../model/layer-rows.js';
import { modelCost } from '../model/model-cost.js';
import { loadLayers } from '../model/own-layers.js';
import { readModel } from '../model/read-model.js';
import { addExamples, addLayersOption } from '../options/shared-options.js';
import { infoReport } from '../output/info-report.js';
import { printResult } from '../output/print-result.js';

interface InfoOptions {
  readonly json?: boolean;
  readonly layers?: string;
}

export function infoCommand(): Command {
  const command = new Command('info')
    .description('show what a model file holds: layers, cost, labels, recipe, training')
    .argument('<model>', 'a model file that sig train has written')
    .option('--json', 'print one JSON object on stdout and nothing else there')
    .action((model: string, options: InfoOptions) => showModel(model, options));
  addLayersOption(command);
  return addExamples(command, ['sig info model.safetensors', 'sig info model.safetensors --json']);
}

async function showModel(file: string, { json, layers: module }: InfoOptions): Promise<void> {
  const own = await loadLayers(module);
  const { model, bytes } = readModel(file, own);
  const network = createModelNetwork(model, { layers: own });
  const layers: LayerRow[] = layerRows(network);
  const { kind, createdBy, labels, recipe, quantization, training } = model;
  const info = {
    model: file,
    kind,
    createdBy,
    labels,
    recipe,
    weights: quantization?.mode ?? ('float32' as const),
    inputShape: network.inputShape,
    layers,
    ...modelCost(recipe, network.layers),
    bytes,
    training: training ?? null,
  };
  printResult(json, info, () => infoReport(info));
}
