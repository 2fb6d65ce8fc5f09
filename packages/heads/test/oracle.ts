import oracle from './fixtures/heads.json' with { type: 'json' };

type Nested = number | readonly Nested[];

/** The numbers of a nested list, in order. */
export function flat(values: Nested): number[] {
  return typeof values === 'number' ? [values] : values.flatMap(flat);
}

/** The extents of a nested list. */
export function shapeOf(values: Nested): number[] {
  return typeof values === 'number' ? [] : [values.length, ...shapeOf(values[0])];
}

/** The record of a layer; each test knows which inputs and gradients it has. */
export function layerOracle(name: string): {
  inputs: Record<string, Nested>;
  output: Nested;
  upstream: Nested;
  gradients: Record<string, Nested>;
} {
  const found = oracle.layers.find((layer) => layer.name === name);
  if (found === undefined) throw new Error(`the oracle has no layer ${name}`);
  return found as unknown as ReturnType<typeof layerOracle>;
}

export const { losses, optimisers } = oracle;
