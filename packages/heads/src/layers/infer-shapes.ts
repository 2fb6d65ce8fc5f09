import type { Layer, Shape } from './layer.js';

/** The shape that each layer puts out; errors name the layer by its place. */
export function inferShapes(layers: readonly Layer[], inputShape: Shape): Shape[] {
  checkShape('inputShape', inputShape);
  const shapes: Shape[] = [];
  let shape = inputShape;
  for (const [index, layer] of layers.entries()) {
    try {
      shape = layer.outputShape(shape);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new RangeError(`layer ${index} (${layer.kind}): ${reason}`);
    }
    checkShape(`the output of layer ${index} (${layer.kind})`, shape);
    shapes.push(shape);
  }
  return shapes;
}

function checkShape(what: string, shape: Shape): void {
  if (shape.length > 0 && shape.every((extent) => Number.isInteger(extent) && extent > 0)) return;
  throw new RangeError(`${what} must be a list of positive integers, got [${shape}]`);
}
