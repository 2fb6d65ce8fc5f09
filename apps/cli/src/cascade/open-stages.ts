import { networkStage, type PixelScale, type Stage } from '@sig/cascade';
import { createModelNetwork, type TrainingSummary } from '@sig/edge';
import { CommandError } from '../errors.js';
import type { LayerFactories } from '../model/own-layers.js';
import { readModel } from '../model/read-model.js';
import type { OnnxOptions } from '../options/onnx-options.js';
import { openOnnxStage } from './open-onnx-stage.js';
import { kindOfStageFile, stageNames } from './stage-files.js';

/** A stage and what its file tells about its training. */
export interface OpenedStage {
  readonly file: string;
  readonly stage: Stage;
  readonly training?: TrainingSummary;
}

export interface OpenStagesOptions extends OnnxOptions {
  readonly threads: number;
  /** Names of the outputs of ONNX files, which hold none, where no stage is a model of sig train. */
  readonly classes: readonly string[];
  /** How a policy's stages take pixels; options given again go before it. */
  readonly pixels?: readonly (PixelScale | undefined)[];
  /** Of layers of one's own. */
  readonly layers: LayerFactories;
}

/** The stages of model files, in their order; errors name the file. */
export async function openStages(
  files: readonly string[],
  options: OpenStagesOptions,
): Promise<OpenedStage[]> {
  const names = stageNames(files);
  const own = files.map((file, at) =>
    kindOfStageFile(file) === 'onnx' ? undefined : openModelStage(file, names[at], options),
  );
  const classes = own.find((stage) => stage !== undefined)?.stage.classes ?? options.classes;
  const opened: OpenedStage[] = [];
  for (const [at, file] of files.entries()) {
    const kept = options.pixels?.[at];
    const { onnxMean = kept?.mean, onnxDeviation = kept?.deviation } = options;
    const onnx = { name: names[at], classes, onnxMean, onnxDeviation };
    opened.push(own[at] ?? { file, stage: await openOnnxStage(file, onnx) });
  }
  checkTogether(opened);
  return opened;
}

function openModelStage(
  file: string,
  name: string,
  { threads, layers }: OpenStagesOptions,
): OpenedStage {
  const { model, bytes } = readModel(file, layers);
  const network = createModelNetwork(model, { layers });
  const options = { name, classes: model.labels, bytes, threads };
  try {
    const stage = networkStage(network, model.recipe, options);
    return { file, stage, training: model.training };
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(`${file}: ${error.message}`);
    throw error;
  }
}

/** Refuses stages of different classes, or that bring images to their size in different ways. */
function checkTogether([first, ...others]: readonly OpenedStage[]): void {
  for (const { file, stage } of others) {
    const { classes, resolution } = stage;
    const same =
      classes.length === first.stage.classes.length &&
      classes.every((name, at) => name === first.stage.classes[at]);
    if (!same) {
      throw new CommandError(
        `stages must have the same classes in the same order: ${first.file} knows ${first.stage.classes.join(', ')}, ${file} knows ${classes.join(', ')}`,
      );
    }
    const [fit = 'stretch', firstFit = 'stretch'] = [resolution.fit, first.stage.resolution.fit];
    if (fit !== firstFit) {
      throw new CommandError(
        `stages must be trained with the same --fit, as images are decoded once: ${first.file} takes ${firstFit}, ${file} takes ${fit}`,
      );
    }
  }
}
