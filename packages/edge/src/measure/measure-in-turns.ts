import { type Timing, timingOf } from './timing.js';

/** Ends a stage of a run: it took the time since the stage before it, or since the run began. */
export type Lap = (stage: string) => void;

/** Something to be timed. */
export interface Task {
  readonly name: string;
  /** One run; a promise is waited for. Runs that tell no stages need no `lap`. */
  readonly run: (lap: Lap) => unknown;
}

/** How long the runs of a task took. */
export interface Measurement {
  readonly name: string;
  readonly total: Timing;
  /** By their names, in the order in which they ended; none where a task tells none. */
  readonly stages: Readonly<Record<string, Timing>>;
  /** Energy of one run in joules, the mean; only where there is a meter. */
  readonly joules?: number;
}

export interface MeasureInTurnsOptions {
  /** How long to measure, all tasks together (10); three turns are taken whatever they take. */
  readonly seconds?: number;
  /** Milliseconds of each task in each turn, of one run at least (20). */
  readonly slice?: number;
  /** Milliseconds of each task before anything counts, of one run at least (200). */
  readonly warmUp?: number;
  /** Milliseconds since whenever: `performance.now`. */
  readonly now?: () => number;
  /** Joules that the machine has used since whenever. */
  readonly meter?: () => number;
  /** Called after each turn with the seconds that have been measured. */
  readonly onTurn?: (seconds: number) => void;
  /** Ends the work after the current turn; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

const LEAST_TURNS = 3;

/**
 * Times tasks by turns, so that whatever else the machine does slows all of them alike: in each turn
 * every task runs for some milliseconds, one run after another. Gives one measurement for each task.
 *
 * @throws RangeError without a task or with a length of time that cannot be, and what a task throws.
 *
 * @example
 * const [ours, theirs] = await measureInTurns([
 *   { name: 'ours', run: () => classifier.classify(image) },
 *   { name: 'theirs', run: () => session.run({ image: tensor }) },
 * ]);
 * theirs.total.median / ours.total.median;
 */
export async function measureInTurns(
  tasks: readonly Task[],
  options: MeasureInTurnsOptions = {},
): Promise<Measurement[]> {
  const { seconds = 10, slice = 20, warmUp = 200, onTurn, signal } = options;
  const { now = () => performance.now(), meter } = options;
  if (tasks.length === 0) throw new RangeError('measureInTurns needs a task, got none');
  for (const [name, value] of Object.entries({ seconds, slice, warmUp })) {
    if (Number.isFinite(value) && value >= 0) continue;
    throw new RangeError(`${name} must be a number of at least 0, got ${value}`);
  }
  const logs = tasks.map((task) => createLog(task, now, meter));
  for (const log of logs) await runFor(log.discarded, warmUp, now);
  const start = now();
  for (let turn = 0; turn < LEAST_TURNS || now() - start < 1000 * seconds; turn++) {
    for (const log of logs) await log.metered(() => runFor(log.run, slice, now));
    onTurn?.((now() - start) / 1000);
    // Tasks may never wait; this lets signals and pictures of the progress through.
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  }
  return logs.map((log) => log.measurement());
}

/** Runs again and again until the time is over, once at least. */
async function runFor(run: () => unknown, milliseconds: number, now: () => number): Promise<void> {
  const start = now();
  do {
    const result = run();
    if (result instanceof Promise) await result;
  } while (now() - start < milliseconds);
}

/** A task with what has been measured of it. */
function createLog({ name, run }: Task, now: () => number, meter?: () => number) {
  const total: number[] = [];
  const stages = new Map<string, number[]>();
  let joules = 0;
  let before = 0;
  const lap: Lap = (stage) => {
    const after = now();
    const times = stages.get(stage) ?? [];
    stages.set(stage, times);
    times.push(after - before);
    before = after;
  };
  return {
    discarded: () => run(() => {}),
    run: () => {
      const start = now();
      before = start;
      const result = run(lap);
      if (!(result instanceof Promise)) return void total.push(now() - start);
      return result.then(() => void total.push(now() - start));
    },
    async metered(work: () => Promise<void>): Promise<void> {
      const used = meter?.() ?? 0;
      await work();
      joules += (meter?.() ?? 0) - used;
    },
    measurement: (): Measurement => ({
      name,
      total: timingOf(total),
      stages: Object.fromEntries([...stages].map(([stage, times]) => [stage, timingOf(times)])),
      ...(meter && { joules: joules / total.length }),
    }),
  };
}
