import { type ArchitectureJSON, layersFromJSON, parameterName, type Shape } from '@sig/heads';

/** What an architecture asks of its weights, and the shape it ends in. */
export interface WeightShapes {
  /** The shape of each weight by its name. */
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly outputShape: Shape;
}

/** The shape of every weight of an architecture, without making any. */
export function weightShapes(architecture: ArchitectureJSON): WeightShapes {
  const shapes = new Map<string, Shape>();
  let shape: Shape = architecture.inputShape;
  layersFromJSON(architecture).forEach((layer, place) => {
    // Asked first: it is what refuses a shape that the layer cannot take.
    const next = layer.outputShape(shape);
    for (const parameter of layer.parameters(shape)) {
      shapes.set(parameterName(place, layer, parameter), parameter.shape);
    }
    shape = next;
  });
  return { shapes, outputShape: shape };
}
