import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { EvolutionState } from '@sig/knn-slice';
import { CommandError } from '../errors.js';
import { digest } from '../files/digest.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';

/** A state and the evolution that it is of, as texts by name. */
export interface SavedEvolution {
  readonly evolution: Readonly<Record<string, string>>;
  readonly state: EvolutionState;
}

/** Where an evolution keeps what it needs to go on, as long as it is not over. */
export interface EvolutionFile {
  /** engine.safetensors has engine.evolution.json beside it. */
  readonly path: string;
  exists(): boolean;
  /** Throws a CommandError that names the file where it cannot be used. */
  read(): SavedEvolution;
  /** Whole or not at all. */
  write(saved: SavedEvolution): void;
  remove(): void;
}

const FORMAT = 'sig-evolution';

/** The state beside an engine. */
export function evolutionFile(out: string): EvolutionFile {
  const path = `${out.replace(/\.safetensors$/, '')}.evolution.json`;
  return {
    path,
    exists: () => existsSync(path),
    read() {
      try {
        return parse(readFileSync(path, 'utf8'));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw new CommandError(
          `--resume: ${path}: ${error.message}; remove it, or leave --resume out, to evolve anew`,
        );
      }
    },
    write(saved) {
      const text = JSON.stringify(saved);
      const file = { format: FORMAT, digest: digest(text), saved: text };
      writeFileAtomic(path, new TextEncoder().encode(JSON.stringify(file)));
    },
    remove: () => rmSync(path, { force: true }),
  };
}

/** What `write` wrote; its digest vouches for all that is in it. */
function parse(text: string): SavedEvolution {
  let file: Partial<Record<string, unknown>> | null;
  try {
    file = JSON.parse(text);
  } catch {
    throw new SyntaxError('it is cut short or damaged');
  }
  if (file?.format !== FORMAT || typeof file.saved !== 'string') {
    throw new SyntaxError('it is not the state of an evolution');
  }
  if (file.digest !== digest(file.saved)) throw new SyntaxError('it is damaged');
  return JSON.parse(file.saved);
}
