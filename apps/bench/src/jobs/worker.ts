import { createSetReader, type ReadSet } from '../data/read-set.js';
import type { Experiment, ExperimentResult } from '../experiments/experiment.js';
import { runExperiment } from '../experiments/run-experiment.js';

/** What a process is told to train, and where its images are. */
export interface WorkerOrder {
  readonly folder: string;
  /** Where decoded sets are kept. */
  readonly sets: string;
  readonly experiment: Experiment;
}

/** How far it has come, what it gave, or why it failed. */
export type WorkerReport =
  | { readonly share: number }
  | { readonly result: ExperimentResult }
  | { readonly error: string };

/** Milliseconds from one word about the progress to the next. */
const PAUSE = 1000;

let readSet: ReadSet | undefined;
/** Without the program that dealt out the work there is nothing left to do. */
const endAlone = (error: Error | null): void => {
  if (error !== null) process.exit();
};
const say = (report: WorkerReport): void =>
  void process.send?.(report, undefined, undefined, endAlone);

process.on('disconnect', () => process.exit());
process.on('message', async ({ folder, sets, experiment }: WorkerOrder) => {
  readSet ??= createSetReader(folder, sets);
  let said = performance.now();
  try {
    const result = await runExperiment(experiment, readSet, {
      onBatch({ step, steps }) {
        if (performance.now() - said < PAUSE) return;
        said = performance.now();
        say({ share: step / steps });
      },
    });
    say({ result });
  } catch (error) {
    say({ error: error instanceof Error ? error.message : String(error) });
  }
});
