import { createEngine, type KernelCall } from '@sig/kernels';
import { linearModule } from '@sig/kernels/linear';
import { type Layer, type Shape, sizeOf } from '../src/index.js';

export interface LayerProblem {
  inputShape: Shape;
  count: number;
  x: readonly number[];
  /** One flat array a parameter. */
  parameters: readonly (readonly number[])[];
  upstream: readonly number[];
  training?: boolean;
  seed?: number;
}

/** The two engines that layers are tested in, with the agreement to expect. */
export const ENGINES = [
  { name: 'float32 compiled', backend: 'auto', precision: 'float32', tolerance: 2e-6 },
  { name: 'float64 twin', backend: 'scalar', precision: 'float64', tolerance: 1e-12 },
] as const;

/** Output and gradients of one layer. */
export function runLayer(
  layer: Layer,
  { inputShape, count, x, parameters, upstream, training = true, seed = 1 }: LayerProblem,
  { backend, precision }: Pick<(typeof ENGINES)[number], 'backend' | 'precision'>,
): { output: number[]; inputGradient: number[]; gradients: number[][] } {
  const engine = createEngine({
    modules: [linearModule, ...(layer.modules ?? [])],
    backend,
    precision,
  });
  const place = (values: readonly number[]): number => {
    const pointer = engine.allocateReals(values.length);
    engine.realsAt(pointer, values.length).set(values);
    return pointer;
  };
  const outputShape = layer.outputShape(inputShape);
  const call = {
    realBytes: engine.realBytes,
    inputShape,
    outputShape,
    count,
    input: place(x),
    output: engine.allocateReals(count * sizeOf(outputShape)),
    parameters: parameters.map(place),
    scratch: engine.allocateReals(layer.scratch?.(inputShape, count) ?? 0),
    training,
    seed,
    firstSample: 0,
  };
  const inputGradient = engine.allocateReals(x.length);
  const gradients = parameters.map(({ length }) => engine.allocateReals(length));
  const forward: KernelCall[] = [];
  layer.forward(forward, call);
  engine.run([forward]);
  const backward: KernelCall[] = [];
  const outputGradient = place(upstream);
  layer.backward(backward, { ...call, outputGradient, inputGradient, gradients });
  engine.run([backward]);
  return {
    output: Array.from(engine.realsAt(call.output, upstream.length)),
    inputGradient: Array.from(engine.realsAt(inputGradient, x.length)),
    gradients: gradients.map((pointer, index) =>
      Array.from(engine.realsAt(pointer, parameters[index].length)),
    ),
  };
}
