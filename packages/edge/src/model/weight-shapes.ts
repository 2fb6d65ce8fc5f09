import {
  type ArchitectureJSON,
  type LayerFactory,
  layersFromJSON,
  type Parameter,
  parameterName,
  type Shape,
  sizeOf,
} from '@sig/heads';

/** What an architecture asks of its weights, and the shape it ends in. */
export interface WeightShapes {
  /** The shape of each weight by its name. */
  readonly shapes: ReadonlyMap<string, Shape>;
  /**
   * The output channels of each weight that is a kernel, by its name: as many as it has biases, of
   * its name and `Bias`, else its last axis.
   */
  readonly channels: ReadonlyMap<string, number>;
  readonly outputShape: Shape;
}

/** The shape of every weight of an architecture, without making any; `own` makes kinds of one's own. */
export function weightShapes(
  architecture: ArchitectureJSON,
  own?: Readonly<Record<string, LayerFactory>>,
): WeightShapes {
  const shapes = new Map<string, Shape>();
  const channels = new Map<string, number>();
  let shape: Shape = architecture.inputShape;
  layersFromJSON(architecture, own).forEach((layer, place) => {
    // Asked first: it is what refuses a shape that the layer cannot take.
    const next = layer.outputShape(shape);
    const parameters = layer.parameters(shape);
    for (const parameter of parameters) {
      const name = parameterName(place, layer, parameter);
      shapes.set(name, parameter.shape);
      if (isKernel(parameter)) channels.set(name, channelsOf(parameter, parameters));
    }
    shape = next;
  });
  return { shapes, channels, outputShape: shape };
}

/** What multiplies the input, as against biases and the parameters of normalisations. */
function isKernel({ initializer, shape }: Parameter): boolean {
  return initializer.kind === 'glorot-uniform' && shape.length >= 2;
}

function channelsOf({ name, shape }: Parameter, parameters: readonly Parameter[]): number {
  const bias = parameters.find((other) => other.name === `${name}Bias`);
  return bias === undefined ? shape[shape.length - 1] : sizeOf(bias.shape);
}
