import type { ArchitectureJSON } from '@sig/heads';

/**
 * Checks that a value from outside has the form of an architecture, before layers are made of it.
 *
 * @throws TypeError that says what is missing.
 */
export function checkArchitecture(value: unknown): asserts value is ArchitectureJSON {
  if (!isObject(value) || !Array.isArray(value.layers) || !isShape(value.inputShape)) {
    throw new TypeError('an architecture must have an inputShape and layers');
  }
  value.layers.forEach((layer: unknown, place) => {
    if (!isObject(layer) || typeof layer.kind !== 'string' || !isObject(layer.options)) {
      throw new TypeError(`layer ${place} of the architecture must have a kind and options`);
    }
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isShape(value: unknown): value is number[] {
  return (
    Array.isArray(value) && value.every((extent) => Number.isSafeInteger(extent) && extent > 0)
  );
}
