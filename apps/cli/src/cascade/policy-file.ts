import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type Policy, parsePolicy } from '@sig/cascade';
import { CommandError, UsageError } from '../errors.js';
import { readInputFile } from '../files/read-input-file.js';

/** Larger than any policy is. */
const MAX_BYTES = 64e6;

/** Reads and checks a policy; errors name its file. */
export function readPolicy(file: string): Policy {
  const content = readInputFile(file, 'a policy');
  if (content.length > MAX_BYTES) {
    throw new CommandError(`${file}: it has ${content.length} bytes, a policy has fewer`);
  }
  try {
    return parsePolicy(new TextDecoder().decode(content));
  } catch (error) {
    if (error instanceof Error) throw new CommandError(`${file}: ${error.message}`);
    throw error;
  }
}

/**
 * How a policy names its models: from its own folder on, so that both can be moved together.
 *
 * @throws UsageError where a model is not in that folder or below it.
 */
export function modelNames(policy: string, models: readonly string[]): string[] {
  const folder = dirname(resolve(policy));
  return models.map((model) => {
    const name = relative(folder, resolve(model));
    if (isAbsolute(name) || name.split(sep)[0] === '..') {
      throw new UsageError(
        `models must be beside the policy or below it, but ${model} is not in ${folder}; write --out where they are`,
      );
    }
    return name.split(sep).join('/');
  });
}

/** Where the models of a policy are; each is named from the policy's folder on. */
export function modelFiles(file: string, { stages }: Policy): string[] {
  return stages.map(({ name, model }) => {
    if (model !== undefined) return join(dirname(file), model);
    throw new CommandError(
      `${file}: stage ${name} has no model, its probabilities were recorded; give recordings of other images, one for each stage`,
    );
  });
}
