import { CommandError } from '../errors.js';

/**
 * For each class of some data, its place among a model's labels.
 *
 * @throws CommandError that lists both where they are not the same names.
 */
export function relabel(
  classes: readonly string[],
  labels: readonly string[],
  data: string,
): number[] {
  const order = classes.map((name) => labels.indexOf(name));
  if (order.includes(-1) || classes.length !== labels.length) {
    throw new CommandError(
      `${data} has the classes ${classes.join(', ')}, but the model knows ${labels.join(', ')}; the names of the folders must be the model's labels`,
    );
  }
  return order;
}
