import type { JsonValue, QuantizationMode, TrainingSummary } from '@sig/edge';
import type { LayerDescription, Shape } from '@sig/heads';
import type { FeatureRecipe } from '@sig/image-paths';
import type { LayerRow } from '../model/layer-rows.js';
import type { ModelCost } from '../model/model-cost.js';
import { formatBytes, formatCount } from './format.js';
import { renderTable } from './table.js';
import { visibleText } from './visible-text.js';

export interface ModelInfo extends ModelCost {
  readonly model: string;
  readonly createdBy: string;
  readonly labels: readonly string[];
  readonly recipe: FeatureRecipe;
  /** float32, or what they are quantised to. */
  readonly weights: QuantizationMode | 'float32';
  readonly inputShape: Shape;
  readonly layers: readonly LayerRow[];
  readonly bytes: number;
  readonly training: TrainingSummary | null;
}

/** What a model file holds, in words. */
export function infoReport(info: ModelInfo): string {
  const { model, bytes, labels, createdBy, training } = info;
  const head = renderTable(
    [
      ['file', `${model}, ${formatBytes(bytes)}, written by ${createdBy}`],
      ['labels', `${labels.length}: ${labels.join(', ')}`],
      ['images', describeRecipe(info.recipe)],
      ['weights', info.weights],
    ],
    { leftColumns: 2, header: false },
  );
  const parts = [head, layerTable(info)];
  if (training !== null) parts.push(`training\n${indented(training)}`);
  return parts.join('\n\n');
}

/** Size, colours and features in a line. */
export function describeRecipe(recipe: FeatureRecipe): string {
  const { width, height, channels, fit, direction, transform, depth, time, basepoint } = recipe;
  const fitted = fit === undefined ? '' : ` (${fit === 'pad' ? 'padded' : 'cropped'})`;
  const size = `${width}×${height} ${channels === 'rgb' ? 'RGB' : 'grey'}${fitted}`;
  const lines = direction === 'both' ? 'rows and columns' : direction;
  if (transform === 'pixels') return `${size}, pixels of the ${lines}`;
  const additions = [...(time ? ['time'] : []), ...(basepoint ? ['basepoint'] : [])];
  const added = additions.length > 0 ? ` with ${additions.join(' and ')}` : '';
  const signatures = `signatures of depth ${depth} of the ${lines}${added}`;
  if (recipe.transform !== 'field') return `${size}, ${signatures}`;
  const { window, stride, moments } = recipe;
  const measured = moments ? `${signatures}, mean and deviation` : signatures;
  return `${size}, field of ${window}×${window} windows at stride ${stride}: ${measured}`;
}

function layerTable(info: ModelInfo): string {
  const shape = (extents: Shape) => `[${extents.join(', ')}]`;
  const head = ['layer', 'options', 'output', 'parameters', 'multiply-adds'];
  const features = ['features', '', shape(info.inputShape), '0', formatCount(info.featureMacs)];
  const layers = info.layers.map(({ kind, options, outputShape, params, macs }) => [
    kind,
    Object.entries(options)
      .map(([name, value]) => (isLayers(value) ? kindsOf(value) : `${name} ${value}`))
      .join(', '),
    shape(outputShape),
    formatCount(params),
    formatCount(macs),
  ]);
  const sum = [
    'all',
    `${formatBytes(info.weightBytes)} of weights`,
    '',
    formatCount(info.params),
    formatCount(info.macs),
  ];
  const ofHead = ['head alone', '', '', formatCount(info.params), formatCount(info.headMacs)];
  return renderTable([head, features, ...layers, ofHead, sum], { leftColumns: 3 });
}

function isLayers(value: unknown): value is readonly LayerDescription[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object');
}

/** The kinds of layers within a layer. */
function kindsOf(layers: readonly LayerDescription[]): string {
  return layers.map(({ kind }) => kind).join(' → ');
}

function indented(summary: TrainingSummary, indent = '  '): string {
  return Object.entries(summary)
    .map(([name, value]) =>
      isSummary(value)
        ? `${indent}${visibleText(name)}\n${indented(value, `${indent}  `)}`
        : `${indent}${visibleText(`${name}: ${describeValue(value)}`)}`,
    )
    .join('\n');
}

function describeValue(value: JsonValue): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  return typeof value === 'number' ? String(Number(value.toPrecision(5))) : String(value);
}

function isSummary(value: JsonValue): value is TrainingSummary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
