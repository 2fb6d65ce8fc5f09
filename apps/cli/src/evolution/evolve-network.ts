import type { Network } from '@sig/heads';
import {
  EvolutionError,
  type EvolutionState,
  type EvolveResult,
  evolve,
  type Fitness,
  ONE_PIXEL_SHIFTS,
  type UnitReport,
} from '@sig/knn-slice';
import { CommandError } from '../errors.js';
import type { EvolveCommandOptions } from '../options/evolve-options.js';
import { formatSeconds } from '../output/format.js';
import type { Progress } from '../output/progress.js';
import { chooseStrategy } from './choose-strategy.js';
import { countUnits } from './count-units.js';
import type { EvolutionFile } from './evolution-file.js';
import type { EvolutionImages } from './evolution-images.js';

export interface EvolveNetworkOptions {
  readonly fitness: Fitness;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Where the state goes, with what it is of. */
  readonly file: EvolutionFile;
  readonly evolution: Readonly<Record<string, string>>;
  /** What to go on from. */
  readonly state?: EvolutionState;
  readonly onUnit: (report: UnitReport) => void;
}

/** Evolves a feature net, with words about every filter or layer, and keeps the state of it. */
export async function evolveNetwork(
  network: Network,
  images: EvolutionImages,
  options: EvolveCommandOptions,
  { fitness, progress, signal, file, evolution, state, onUnit }: EvolveNetworkOptions,
): Promise<EvolveResult> {
  const { mode, unit, layers, rounds, k, seed, threads, seconds, budget, generations } = options;
  const { discriminants, shifts } = options;
  const units = countUnits(network, options) * rounds;
  const before = state?.reports.length ?? 0;
  const begun = performance.now();
  let done = before;
  let running = false;
  const save = (now: EvolutionState): void => file.write({ evolution, state: now });
  try {
    const result = await evolve(network, training(images), {
      ...{
        mode,
        unit,
        layers,
        rounds,
        k,
        seed,
        threads,
        seconds,
        generations,
        fitness,
        signal,
        state,
      },
      evaluations: budget,
      discriminants: discriminants && {
        ...discriminants,
        shifts: shifts ? ONE_PIXEL_SHIFTS : undefined,
      },
      fitnessSet: fitnessSet(images, options),
      strategy: chooseStrategy(options),
      onGeneration({ generation, evaluations, best }) {
        if (!running) {
          const now = best === null ? '' : `, fitness ${best.toFixed(5)}`;
          progress.begin(`${unit} ${done + 1}/${units}${now}`, generations ?? budget);
        }
        running = true;
        progress.update(generations === undefined ? evaluations : generation);
      },
      onUnit(report, now) {
        progress.end();
        running = false;
        done++;
        save(now);
        onUnit(report);
        const spent = (performance.now() - begun) / 1000;
        const needed = (spent / (done - before)) * (units - done);
        const left = Math.min(needed, (seconds ?? Number.POSITIVE_INFINITY) - spent);
        progress.note(unitLine(report, unit, done, units, left));
      },
    });
    if (result.reason === 'rounds') file.remove();
    else save(result.state);
    return result;
  } catch (error) {
    if (!(error instanceof EvolutionError)) throw error;
    save(error.state);
    const [reason] = error.message.split('\n');
    throw new CommandError(`${reason}; ${file.path} holds the state, --resume goes on from it`);
  } finally {
    progress.end();
  }
}

function training({ train }: EvolutionImages) {
  return { images: train.pixels, labels: train.labels };
}

function fitnessSet({ test }: EvolutionImages, { judge, validation }: EvolveCommandOptions) {
  if (judge === 'leave-one-out') return judge;
  if (judge === 'split') return { share: validation };
  if (test !== undefined) return { images: test.pixels, labels: test.labels };
  throw new CommandError('--judge as-published needs test images, and there are none');
}

/** One line about a filter or layer that has had its turn; `*` marks one that got better. */
function unitLine(
  { before, after, evaluations }: UnitReport,
  unit: string,
  done: number,
  units: number,
  left: number,
): string {
  const parts = [
    `${unit} ${String(done).padStart(String(units).length)}/${units}`,
    `fitness ${before.toFixed(5)} → ${after.toFixed(5)}`,
    `${evaluations} evaluations`,
    left > 0 ? `${formatSeconds(left)} left` : 'done',
  ];
  return parts.join(' · ') + (after < before ? ' *' : '');
}
