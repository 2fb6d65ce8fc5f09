import { clock } from './clock.js';

/** What a table was run on, and how long that took. */
export interface RunFacts {
  /** As `machineName` says it. */
  readonly machine: string;
  /** Packages with their versions whose figures are in the table. */
  readonly versions: Readonly<Record<string, string>>;
  /** Of this run of the table, but for what processes had trained before it. */
  readonly seconds: number;
  /** Of all trainings behind it, those that were kept among them. */
  readonly trainingSeconds: number;
}

/** The last line of a table: machine, versions, and the time of the whole. */
export function runFooter({ machine, versions, seconds, trainingSeconds }: RunFacts): string {
  const packages = Object.entries(versions).map(([name, version]) => `, ${name} ${version}`);
  const trained =
    trainingSeconds > 0
      ? `Its trainings took ${clock(trainingSeconds)}, kept ones among them; `
      : '';
  const rest = `${trained === '' ? 'It' : 'the rest'} took ${clock(seconds)}.`;
  return `${machine}${packages.join('')}. ${trained}${rest}`;
}
