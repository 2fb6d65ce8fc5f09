import type { QuantizationMode } from '@sig/edge';
import type { Timing } from '@sig/edge/measure';
import type { Speed, TwoSpeeds } from '../measurement/measure-speed.js';
import type { ModelCost } from '../model/model-cost.js';
import {
  formatBytes,
  formatCount,
  formatMacs,
  formatMilliseconds,
  formatPercent,
} from './format.js';
import { publishedSizes, publishedSpeeds } from './published-figures.js';
import { renderTable } from './table.js';

/** A network that was measured beside the model. */
export interface MeasuredBaseline extends TwoSpeeds {
  readonly name: string;
  /** The package it ran in. */
  readonly runtime: string;
  readonly params: number;
  readonly macs: number;
  readonly weightBytes: number;
  /** How many times as long as the model it took. */
  readonly slower: { readonly decoded: number; readonly file: number };
}

/** What `sig measure` has found; times are milliseconds. */
export interface MeasureResult extends ModelCost, TwoSpeeds {
  readonly model: string;
  /** float32, or what they are quantised to. */
  readonly weights: QuantizationMode | 'float32';
  /** Of the file. */
  readonly bytes: number;
  /** Of the file with its kernels in int8; null where it is quantised or cannot be. */
  readonly int8Bytes: number | null;
  readonly memory: { readonly runtimeBytes: number; readonly processBytes: number };
  /** Whether there was a meter. */
  readonly energy: boolean;
  readonly machine: { readonly processor: string; readonly node: string };
  readonly images: readonly {
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly bytes: number;
  }[];
  readonly stages: Readonly<Record<string, Timing>>;
  readonly baselines: readonly MeasuredBaseline[];
  /** Packages that are not installed. */
  readonly missing: readonly string[];
}

/** What a model costs, in words and tables. */
export function measureReport(result: MeasureResult): string {
  const { missing } = result;
  const parts = [factTable(result), speedTable(result), timeTable(result), stageTable(result)];
  if (missing.length > 0) {
    parts.push(
      `MobileNetV2 was not measured in ${missing.join(' and ')}; npm install --ignore-scripts ${missing.join(' ')}`,
    );
  }
  return [...parts, publishedTables()].join('\n\n');
}

function factTable(result: MeasureResult): string {
  const { model, weights, params, bytes, int8Bytes, memory, machine, images } = result;
  const inInt8 = int8Bytes === null ? '' : `; ${formatBytes(int8Bytes)} as dynamic-int8`;
  const shown = images
    .slice(0, 3)
    .map(
      ({ name, width, height, bytes: size }) => `${name}, ${width}×${height}, ${formatBytes(size)}`,
    );
  if (images.length > 3) shown.push(`and ${images.length - 3} more`);
  const rows = [
    ['file', `${model}, ${formatBytes(bytes)} of ${weights}${inInt8}`],
    ['parameters', formatCount(params)],
    [
      'multiply-adds',
      `${formatMacs(result.macs)}: features ${formatMacs(result.featureMacs)}, head ${formatMacs(result.headMacs)}`,
    ],
    [
      'memory',
      `${formatBytes(memory.runtimeBytes)} of WebAssembly in the runtime; ${formatBytes(memory.processBytes)} at the peak of the process, Node and decoder included`,
    ],
    ['energy', energyWords(result)],
    ['images', shown.join('; ')],
    ['machine', `${machine.processor}, Node ${machine.node}; one thread, one image at a time`],
  ];
  return renderTable(rows, { leftColumns: 2, header: false });
}

function energyWords({ energy, decoded, file }: MeasureResult): string {
  if (!energy) return 'left out: no meter can be read here';
  const millijoules = ({ joules = 0 }: Speed) => `${(1000 * joules).toPrecision(3)} mJ`;
  return `${millijoules(decoded)} an image of the model alone, ${millijoules(file)} from a file, by the whole processor`;
}

/** The rows of the tables: the model, then the others. */
function networksOf(result: MeasureResult): MeasuredBaseline[] {
  const { model: name, baselines, bytes: weightBytes } = result;
  const slower = { decoded: 1, file: 1 };
  const runtime = '@sig/edge/runtime';
  return [{ ...result, name, runtime, weightBytes, slower }, ...baselines];
}

function speedTable(result: MeasureResult): string {
  const head = ['network', 'runtime', 'multiply-adds', 'size', 'FPS', 'slower', 'FPS*', 'slower'];
  const rows = networksOf(result).map((network) => [
    network.name,
    network.runtime,
    formatMacs(network.macs),
    formatBytes(network.weightBytes),
    formatRate(network.decoded.fps),
    formatTimes(network.slower.decoded),
    formatRate(network.file.fps),
    formatTimes(network.slower.file),
  ]);
  const table = renderTable([head, ...rows], { leftColumns: 2 });
  return `${table}\nFPS: the model alone, from decoded pixels; FPS*: from the file, with decoding and resizing`;
}

function timeTable(result: MeasureResult): string {
  const head = ['an image takes', '', 'median', '95 %', 'from a file', '95 %'];
  const rows = networksOf(result).map(({ name, runtime, decoded, file }) => [
    name,
    runtime,
    ...[decoded.median, decoded.percentile95, file.median, file.percentile95].map(
      formatMilliseconds,
    ),
  ]);
  return renderTable([head, ...rows], { leftColumns: 2 });
}

function stageTable({ stages }: MeasureResult): string {
  const all = Object.entries(stages);
  const sum = all.reduce((before, [, { median }]) => before + median, 0);
  const rows = all.map(([name, { median, percentile95 }]) => [
    WORDS[name] ?? name,
    formatMilliseconds(median),
    formatMilliseconds(percentile95),
    formatPercent(sum > 0 ? median / sum : 0, 1),
  ]);
  return renderTable([['from a file, the model', 'median', '95 %', 'share'], ...rows]);
}

const WORDS: Readonly<Record<string, string>> = {
  read: 'reading the file',
  decode: 'decoding',
  resize: "resizing to the model's size",
  features: 'streams and signatures',
  head: 'head',
};

/** Tables 7 and 8 of ImageSig. */
function publishedTables(): string {
  const sizes = publishedSizes.map(({ name, size, quantized }) => [name, size, quantized]);
  const speeds = publishedSpeeds.flatMap(({ hardware, imageSig, mobileNet }) => [
    [
      `ImageSig + CNN1D, ${hardware}`,
      formatRate(imageSig.fps),
      '',
      formatRate(imageSig.fpsFile),
      '',
    ],
    [
      `MobileNetV2, ${hardware}`,
      formatRate(mobileNet.fps),
      formatTimes(imageSig.fps / mobileNet.fps),
      formatRate(mobileNet.fpsFile),
      formatTimes(imageSig.fpsFile / mobileNet.fpsFile),
    ],
  ]);
  return [
    renderTable([
      ['as published (ImageSig, table 8)', 'FPS', 'slower', 'FPS*', 'slower'],
      ...speeds,
    ]),
    renderTable([['as published (ImageSig, table 7)', 'size', 'quantised'], ...sizes]),
  ].join('\n\n');
}

/** 6,712, 142.3 */
function formatRate(fps: number): string {
  return fps < 1000 ? fps.toFixed(1) : formatCount(fps);
}

function formatTimes(ratio: number): string {
  return `${ratio < 100 ? ratio.toFixed(1) : formatCount(ratio)} ×`;
}
