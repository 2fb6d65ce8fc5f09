import { encodeModel, quantizeModel } from '@sig/edge';
import {
  createStagedClassifier,
  loadMobileNet,
  measureInTurns,
  syntheticImage,
  type Task,
} from '@sig/edge/measure';
import { createNetwork, identityStandardisation } from '@sig/heads';
import { createFeatures, defaultRecipe } from '@sig/image-paths';
import * as onnxruntime from 'onnxruntime-node';
import sharp from 'sharp';
import { modelOf } from '../../experiments/classifier-model.js';
import { headLayers } from '../../experiments/heads.js';
import { machineName } from '../../output/machine-name.js';
import type { SpeedRow, SpeedTable } from './speed-table.js';

/** Milliseconds of an image, medians. */
export interface SpeedFigures {
  /** The head alone, on features that are ready; of MobileNetV2 the network. */
  readonly head: number;
  /** From the pixels of the model's size. */
  readonly model: number;
  /** From a JPEG of 640 × 480: read, decoded, made smaller and classified. */
  readonly whole: number;
}

export interface SpeedTableResult
  extends Pick<SpeedTable, 'kind' | 'name' | 'title' | 'about' | 'judged'> {
  readonly quick: boolean;
  readonly rows: readonly Omit<SpeedRow, 'model'>[];
  /** The one part that differs from run to run: for each row. */
  readonly times: { readonly machine: string; readonly rows: readonly SpeedFigures[] };
}

/** Seconds of measuring for each row, and of a quick run. */
const SECONDS = 4;

/** Measures every row, by turns; onnxruntime-node has to be installed. */
export async function runSpeedTable(
  { kind, name, title, about, judged, rows }: SpeedTable,
  {
    quick = false,
    onExperiment,
  }: {
    readonly quick?: boolean;
    readonly onExperiment?: (name: string, done: number, total: number) => void;
  } = {},
): Promise<SpeedTableResult> {
  onExperiment?.('measuring', 0, 1);
  const photograph = syntheticImage(640, 480);
  const jpeg = await sharp(photograph.data, { raw: { width: 640, height: 480, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
  // Like the models, decoding gets one thread.
  const threads = sharp.concurrency();
  sharp.concurrency(1);
  const decode = (size: number): Promise<Buffer> =>
    sharp(jpeg).resize(size, size, { fit: 'fill' }).removeAlpha().raw().toBuffer();
  const tasks: Task[] = [];
  const ends: (() => unknown)[] = [];
  for (const row of rows) {
    const { model } = row;
    if ('alpha' in model) {
      const network = await loadMobileNet(onnxruntime, { ...model, provider: 'cpu' });
      ends.push(() => network.release());
      tasks.push({ name: `${row.name}: head`, run: () => network.run() });
      const pixels = await decode(model.size);
      tasks.push({ name: `${row.name}: model`, run: () => network.runPixels(pixels) });
      tasks.push({
        name: `${row.name}: whole`,
        run: async () => network.runPixels(await decode(model.size)),
      });
      continue;
    }
    const recipe = defaultRecipe(model.features);
    const features = createFeatures(recipe);
    const layers = headLayers(model.head, features.shape, 2);
    const [columns] = features.shape.slice(-1);
    const standardisation = identityStandardisation(columns);
    const network = createNetwork({ layers, features, standardisation });
    const float = modelOf(network, recipe, ['no', 'yes']);
    const file = encodeModel(quantizeModel(float, { mode: 'dynamic-int8' }));
    const classifier = createStagedClassifier(file);
    const size = { width: recipe.width, height: recipe.height };
    const image = { ...size, data: await decode(recipe.width) };
    tasks.push({ name: `${row.name}: model`, run: (lap) => classifier.classify(image, lap) });
    tasks.push({
      name: `${row.name}: whole`,
      run: async (lap) => classifier.classify({ ...size, data: await decode(size.width) }, lap),
    });
  }
  const measured = await measureInTurns(tasks, { seconds: (quick ? 0.5 : SECONDS) * rows.length });
  for (const end of ends) await end();
  sharp.concurrency(threads);
  const of = (task: string) => measured.find((one) => one.name === task);
  const figures = rows.map((row): SpeedFigures => {
    const own = of(`${row.name}: model`);
    const model = own?.total.median ?? Number.NaN;
    const head = own?.stages.head ?? of(`${row.name}: head`)?.total;
    const whole = of(`${row.name}: whole`)?.total.median ?? Number.NaN;
    return { head: head?.median ?? Number.NaN, model, whole };
  });
  const lines = rows.map(({ model: _, ...row }) => row);
  const times = { machine: machineName(1), rows: figures };
  return { kind, name, title, about, judged, quick, rows: lines, times };
}
