import { addInto, copySamples } from '@sig/kernels/linear';
import { mixSeed } from '../random/mix-seed.js';
import { inferShapes } from './infer-shapes.js';
import { type Layer, type LayerCall, type Shape, sizeOf } from './layer.js';
import { parameterName } from './parameter-name.js';

/**
 * input + layers(input): layers with a way around them (He et al. 2016, "Deep residual learning for
 * image recognition"). They must put out the shape that they get; any shape.
 *
 * Weights are named `<place of the layer inside>.<kind>.<parameter>` after the residual's own name,
 * for example `4.residual.1.multiHeadAttention.query`.
 *
 * @throws RangeError when there are no layers, or, in a network, when they change the shape.
 *
 * @example
 * residual([layerNorm(), multiHeadAttention(8, { keySize: 64 })]);
 */
export function residual(layers: readonly Layer[]): Layer {
  if (layers.length === 0) throw new RangeError('residual needs at least one layer, got none');
  const modules = layers.flatMap((layer) => layer.modules ?? []);
  const shapesFrom = (shape: Shape): Shape[] => [shape, ...inferShapes(layers, shape)];

  return {
    kind: 'residual',
    options: { layers: layers.map(({ kind, options }) => ({ kind, options })) },
    ...(modules.length > 0 && { modules }),
    outputShape(shape) {
      const shapes = inferShapes(layers, shape);
      const last = shapes[shapes.length - 1];
      if (`${last}` === `${shape}`) return shape;
      throw new RangeError(`residual needs layers that keep the shape [${shape}], got [${last}]`);
    },
    parameters(inputShape) {
      const shapes = shapesFrom(inputShape);
      return layers.flatMap((layer, index) =>
        layer.parameters(shapes[index]).map((parameter) => ({
          ...parameter,
          name: parameterName(index, layer, parameter),
        })),
      );
    },
    macs(inputShape) {
      const shapes = shapesFrom(inputShape);
      return layers.reduce((sum, layer, index) => sum + layer.macs(shapes[index]), 0);
    },
    scratch(inputShape, count) {
      const { end } = placeInside(layers, shapesFrom(inputShape), count);
      return end + 2 * count * largestOf(shapesFrom(inputShape));
    },
    forward(program, call) {
      const { input, output, inputShape, count } = call;
      const inside = callsInside(layers, shapesFrom(inputShape), call);
      for (const [index, layer] of layers.entries()) layer.forward(program, inside[index]);
      const width = count * sizeOf(inputShape);
      const source = inside[inside.length - 1].output;
      program.push(copyReals(source, output, width));
      program.push(addInto({ target: output, source: input, count: width }));
    },
    backward(program, call) {
      const { inputGradient, outputGradient, inputShape, count, realBytes, scratch } = call;
      const shapes = shapesFrom(inputShape);
      const inside = callsInside(layers, shapes, call);
      // Two buffers by turns; the upstream gradient is needed twice, and layers may overwrite theirs.
      const { end, parameters } = placeInside(layers, shapes, count);
      const first = scratch + end * realBytes;
      const second = first + count * largestOf(shapes) * realBytes;
      const width = count * sizeOf(inputShape);
      const lowest = inputGradient === 0 ? parameters.findIndex(([from, to]) => from < to) : 0;
      if (lowest < 0) return;
      let upstream = first;
      program.push(copyReals(outputGradient, upstream, width));
      for (let index = layers.length - 1; index >= lowest; index--) {
        const layer = layers[index];
        const asked = index > lowest || inputGradient !== 0;
        const other = upstream === first ? second : first;
        const target = layer.inPlace ? upstream : other;
        layer.backward(program, {
          ...inside[index],
          outputGradient: upstream,
          inputGradient: asked ? target : 0,
          gradients: call.gradients.slice(...parameters[index]),
        });
        upstream = target;
      }
      if (inputGradient === 0) return;
      program.push(copyReals(outputGradient, inputGradient, width));
      program.push(addInto({ target: inputGradient, source: upstream, count: width }));
    },
  };
}

interface Places {
  /** Offsets in reals of each layer's output; undefined where it is its input. */
  readonly outputs: readonly (number | undefined)[];
  readonly scratch: readonly number[];
  /** For each layer the first of its parameters and the one after the last. */
  readonly parameters: readonly (readonly [from: number, to: number])[];
  /** Reals in all. */
  readonly end: number;
}

function placeInside(layers: readonly Layer[], shapes: readonly Shape[], count: number): Places {
  let end = 0;
  const take = (reals: number): number => {
    const at = end;
    end += Math.ceil(reals / 4) * 4;
    return at;
  };
  let next = 0;
  const parameters = layers.map((layer, index): readonly [number, number] => {
    const from = next;
    next += layer.parameters(shapes[index]).length;
    return [from, next];
  });
  const outputs = layers.map(({ inPlace }, index) =>
    inPlace ? undefined : take(count * sizeOf(shapes[index + 1])),
  );
  const scratch = layers.map((layer, index) => take(layer.scratch?.(shapes[index], count) ?? 0));
  return { outputs, scratch, parameters, end };
}

function callsInside(
  layers: readonly Layer[],
  shapes: readonly Shape[],
  call: LayerCall,
): LayerCall[] {
  const { outputs, scratch, parameters } = placeInside(layers, shapes, call.count);
  const at = (place: number): number => call.scratch + place * call.realBytes;
  let { input } = call;
  return layers.map((_, index) => {
    const place = outputs[index];
    const output = place === undefined ? input : at(place);
    const made: LayerCall = {
      ...call,
      inputShape: shapes[index],
      outputShape: shapes[index + 1],
      input,
      output,
      parameters: call.parameters.slice(...parameters[index]),
      scratch: at(scratch[index]),
      seed: mixSeed(call.seed, index),
    };
    input = output;
    return made;
  });
}

function largestOf(shapes: readonly Shape[]): number {
  return Math.max(...shapes.map(sizeOf));
}

function copyReals(source: number, target: number, width: number) {
  return copySamples({
    source,
    sourceStride: width,
    target,
    targetStride: width,
    width,
    samples: 1,
  });
}
