import { cpus } from 'node:os';
import { createModelNetwork, encodeModel, quantizeModel, type SavedModel } from '@sig/edge';
import { Command, Option } from 'commander';
import sharp from 'sharp';
import { CommandError } from '../errors.js';
import { watchInterrupt } from '../interrupt.js';
import { openEnergyMeter } from '../measurement/energy-meter.js';
import { loadBaselines } from '../measurement/load-baselines.js';
import { type ModelTasks, measureSpeed, modelTasks } from '../measurement/measure-speed.js';
import { type TestImage, withTestImages } from '../measurement/test-images.js';
import { modelCost } from '../model/model-cost.js';
import { knownLayers } from '../model/own-layers.js';
import { readModel } from '../model/read-model.js';
import { recipeSize } from '../model/recipe-size.js';
import { numberFrom } from '../options/parse-number.js';
import { addExamples } from '../options/shared-options.js';
import { type MeasureResult, measureReport } from '../output/measure-report.js';
import { printResult } from '../output/print-result.js';
import { createProgress, type Progress } from '../output/progress.js';

interface MeasureOptions {
  readonly seconds: number;
  readonly baselines: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

interface MeasureWork {
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export function measureCommand(): Command {
  const command = new Command('measure')
    .description(
      'measure what a model costs: speed beside MobileNetV2, parameters, multiply-adds, memory',
    )
    .argument('<model>', 'a model file that sig train or sig quantize has written')
    .argument('[images...]', 'image files to read (default: a synthetic JPEG of 640×480)')
    .addOption(
      new Option('--seconds <n>', 'how long to measure, all networks together')
        .argParser(numberFrom(0.1, 300))
        .default(10),
    )
    .option('--no-baselines', 'measure the model without MobileNetV2 in onnxruntime beside it')
    .option('--json', 'print one JSON object on stdout and nothing else there')
    .option('--quiet', 'show no progress')
    .action((model: string, images: string[], options: MeasureOptions) =>
      measure(model, images, options),
    );
  command.addHelpText(
    'after',
    `
FPS is of the model alone, from decoded pixels of its size; FPS* begins at the file and has reading,
decoding and resizing in it. All run on one thread, one image at a time, and by turns, so that noise
hits them alike; times are medians and 95th percentiles. Close other programs all the same.`,
  );
  return addExamples(command, [
    'sig measure model.safetensors',
    'sig measure small.safetensors photograph.jpg another.jpg --seconds 30',
    'sig measure model.safetensors --no-baselines --json',
  ]);
}

async function measure(
  file: string,
  files: readonly string[],
  options: MeasureOptions,
): Promise<void> {
  const { model, bytes, content } = readModel(file);
  const progress = createProgress(options);
  // A file is seen many times here, and nothing but its reading may be quicker for that.
  sharp.concurrency(1);
  sharp.cache(false);
  const interrupt = watchInterrupt(() => progress.note('stopping; Ctrl-C again ends at once'));
  const work = { ...options, progress, signal: interrupt.signal };
  const measured = await withTestImages(files, recipeSize(model.recipe), async (images) => {
    const tasks = planTasks(file, content, images);
    const memory = await usedMemory(tasks);
    return { images, memory, ...(await measureBeside(tasks, images, work)) };
  }).finally(() => interrupt.release());
  const { images, memory, speed, baselines, missing, energy } = measured;
  const { recipe, quantization } = model;
  const network = createModelNetwork(model, { layers: knownLayers });
  const result: MeasureResult = {
    model: file,
    weights: quantization?.mode ?? 'float32',
    ...modelCost(recipe, network.layers),
    bytes,
    int8Bytes: quantization === undefined ? int8Bytes(model) : null,
    memory,
    energy,
    machine: { processor: cpus()[0]?.model.trim() ?? 'unknown', node: process.versions.node },
    images: images.map(({ name, width, height, bytes: size }) => {
      return { name, width, height, bytes: size };
    }),
    ...speed.model,
    baselines: baselines.map(({ network: { name, cost }, runtime }, place) => {
      const { decoded, file: fromFile } = speed.baselines[place];
      const { params, macs, bytes: weightBytes } = cost;
      const slower = {
        decoded: decoded.median / speed.model.decoded.median,
        file: fromFile.median / speed.model.file.median,
      };
      return { name, runtime, params, macs, weightBytes, decoded, file: fromFile, slower };
    }),
    missing,
  };
  printResult(options.json, result, () => measureReport(result));
}

function planTasks(file: string, content: Uint8Array, images: readonly TestImage[]): ModelTasks {
  try {
    return modelTasks(content, images);
  } catch (error) {
    if (error instanceof Error) throw new CommandError(`${file}: ${error.message}`);
    throw error;
  }
}

/** Memory after a few images and before anything else is loaded, in bytes. */
async function usedMemory({ tasks, memoryBytes }: ModelTasks): Promise<MeasureResult['memory']> {
  for (const { run } of tasks) {
    for (let image = 0; image < 20; image++) await run(() => {});
  }
  return { runtimeBytes: memoryBytes(), processBytes: 1024 * process.resourceUsage().maxRSS };
}

/** Measures the model and, unless they are not wanted, the baselines beside it. */
async function measureBeside(
  tasks: ModelTasks,
  images: readonly TestImage[],
  { seconds, baselines, progress, signal }: MeasureOptions & MeasureWork,
) {
  if (baselines) progress.note('loading MobileNetV2');
  const { loaded, missing } = baselines ? await loadBaselines() : { loaded: [], missing: [] };
  const networks = loaded.length > 0 ? `the model and ${loaded.length} baselines` : 'the model';
  progress.note(`measuring ${networks} by turns, for about ${seconds} s`);
  const meter = openEnergyMeter();
  const total = Math.ceil(seconds);
  progress.begin('measuring, seconds', total);
  const onTurn = (done: number) => progress.update(Math.min(Math.floor(done), total));
  const speed = await measureSpeed(tasks, loaded, images, {
    seconds,
    meter,
    signal,
    onTurn,
  }).finally(() => progress.end());
  return { speed, baselines: loaded, missing, energy: meter !== undefined };
}

/** What the file would have with its kernels in int8; null where that cannot be. */
function int8Bytes(model: SavedModel): number | null {
  try {
    const own = { layers: knownLayers };
    return encodeModel(quantizeModel(model, { mode: 'dynamic-int8', ...own }), own).length;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
