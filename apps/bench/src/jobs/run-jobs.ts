import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ExperimentResult } from '../experiments/experiment.js';
import type { ResultCache } from '../experiments/result-cache.js';
import type { Job } from './list-jobs.js';
import type { WorkerOrder, WorkerReport } from './worker.js';

export interface RunJobsOptions {
  readonly folder: string;
  readonly sets: string;
  readonly cache: ResultCache;
  /** Processes at once. */
  readonly processes: number;
  /** The program of each (`worker.js` beside this one). */
  readonly worker?: string;
  /** Called with the share of the work that is done, and what is being worked on. */
  readonly onProgress?: (share: number, done: number, running: readonly string[]) => void;
}

/**
 * Deals trainings out to processes of this program, each result kept as soon as it is there. The same
 * experiment gives the same bytes in every process, so it makes no difference which one has it.
 *
 * @throws Error with the row's name where a training fails; those that ended are kept.
 */
export async function runJobs(
  jobs: readonly Job[],
  { folder, sets, cache, processes, worker = workerFile(), onProgress }: RunJobsOptions,
): Promise<void> {
  const total = jobs.reduce((sum, { seconds }) => sum + seconds, 0);
  const queue = [...jobs];
  const parts = new Map<Job, number>();
  let finished = 0;
  let ended = 0;
  const report = (): void => {
    let inside = 0;
    for (const [{ seconds }, share] of parts) inside += seconds * share;
    const share = total === 0 ? 1 : (finished + inside) / total;
    onProgress?.(
      share,
      ended,
      [...parts.keys()].map(({ name }) => name),
    );
  };

  const work = (child: ChildProcess): Promise<void> =>
    new Promise((resolve, reject) => {
      let current: Job | undefined;
      const next = (): void => {
        current = queue.shift();
        if (current === undefined) {
          child.disconnect();
          resolve();
          return;
        }
        parts.set(current, 0);
        const order: WorkerOrder = { folder, sets, experiment: current.experiment };
        child.send(order);
        report();
      };
      child.on('message', (message: WorkerReport) => {
        if (current === undefined) return;
        if ('share' in message) {
          parts.set(current, message.share);
          report();
          return;
        }
        if ('error' in message) {
          reject(new Error(`${current.name}: ${message.error}`));
          return;
        }
        keep(current, message.result);
        next();
      });
      child.on('exit', (code, signal) => {
        if (current !== undefined) {
          reject(new Error(`${current.name}: its process ended with ${signal ?? `code ${code}`}`));
        }
      });
      next();
    });

  const keep = (job: Job, result: ExperimentResult): void => {
    cache.set(job.key, job.experiment, result);
    parts.delete(job);
    finished += job.seconds;
    ended++;
    report();
  };

  const children = Array.from({ length: Math.min(processes, jobs.length) }, () => fork(worker));
  try {
    await Promise.all(children.map(work));
  } finally {
    for (const child of children) child.kill();
  }
}

function workerFile(): string {
  return fileURLToPath(new URL('./worker.js', import.meta.url));
}
