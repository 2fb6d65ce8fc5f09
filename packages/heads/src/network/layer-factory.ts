import type { Layer, LayerDescription, LayerOptions } from '../layers/layer.js';

/** Makes a layer from the options in its JSON; `layersOf` makes the layers that it holds. */
export type LayerFactory = (
  options: LayerOptions,
  layersOf: (descriptions: readonly LayerDescription[]) => Layer[],
) => Layer;

/** A number among a layer's options. */
export function numberIn(kind: string, options: LayerOptions, name: string): number {
  const value = options[name];
  if (typeof value === 'number') return value;
  throw new RangeError(`${kind}: ${name} must be a number, got ${value}`);
}

/** A number that may be left out. */
export function optionalNumberIn(
  kind: string,
  options: LayerOptions,
  name: string,
): number | undefined {
  return options[name] === undefined ? undefined : numberIn(kind, options, name);
}

/** Yes or no among a layer's options. */
export function booleanIn(kind: string, options: LayerOptions, name: string): boolean {
  const value = options[name];
  if (typeof value === 'boolean') return value;
  throw new RangeError(`${kind}: ${name} must be true or false, got ${value}`);
}

/** The activation among a layer's options. */
export function activationIn(kind: string, options: LayerOptions): 'relu' | 'none' {
  const { activation } = options;
  if (activation === 'relu' || activation === 'none') return activation;
  throw new RangeError(`${kind}: activation must be relu or none, got ${activation}`);
}

/** The lines that are paths among a layer's options. */
export function directionIn(kind: string, options: LayerOptions): 'rows' | 'columns' | 'both' {
  const { direction } = options;
  if (direction === 'rows' || direction === 'columns' || direction === 'both') return direction;
  throw new RangeError(`${kind}: direction must be rows, columns or both, got ${direction}`);
}

/** A shape among a layer's options. */
export function shapeIn(kind: string, { shape }: LayerOptions): readonly number[] {
  if (Array.isArray(shape) && shape.every((extent) => typeof extent === 'number')) return shape;
  throw new RangeError(`${kind}: shape must be a list of numbers, got ${shape}`);
}

/** The layers that a layer holds. */
export function layersIn(kind: string, { layers }: LayerOptions): readonly LayerDescription[] {
  if (Array.isArray(layers) && layers.every(isDescription)) return layers;
  throw new RangeError(`${kind}: layers must be a list of { kind, options }, got ${layers}`);
}

function isDescription(value: unknown): value is LayerDescription {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    'options' in value &&
    typeof value.options === 'object' &&
    value.options !== null
  );
}
