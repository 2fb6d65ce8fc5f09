import { networkStage, type Stage } from '@sig/cascade';
import { createModelNetwork, type TrainingSummary } from '@sig/edge';
import { CommandError } from '../errors.js';
import type { LayerFactories } from '../model/own-layers.js';
import { readModel } from '../model/read-model.js';
import { stageNames } from './stage-files.js';

/** A stage and what its file tells about its training. */
export interface OpenedStage {
  readonly file: string;
  readonly stage: Stage;
  readonly training?: TrainingSummary;
}

export interface OpenStagesOptions {
  readonly threads: number;
  /** Of layers of one's own. */
  readonly layers: LayerFactories;
}

/** The stages of model files, in their order; errors name the file. */
export function openStages(
  files: readonly string[],
  { threads, layers }: OpenStagesOptions,
): OpenedStage[] {
  const names = stageNames(files);
  const opened = files.map((file, at): OpenedStage => {
    const { model, bytes } = readModel(file, layers);
    const network = createModelNetwork(model, { layers });
    const options = { name: names[at], classes: model.labels, bytes, threads };
    try {
      const stage = networkStage(network, model.recipe, options);
      return { file, stage, training: model.training };
    } catch (error) {
      if (error instanceof RangeError) throw new CommandError(`${file}: ${error.message}`);
      throw error;
    }
  });
  checkTogether(opened);
  return opened;
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
