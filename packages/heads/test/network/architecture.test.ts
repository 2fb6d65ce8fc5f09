import { describe, expect, it } from 'vitest';
import {
  architectureToJSON,
  avgPool2d,
  batchNorm,
  cnn1dHead,
  conv2d,
  countCost,
  createNetwork,
  dense,
  depthwiseConv2d,
  gelu,
  globalAvgPool2d,
  layersFromJSON,
  maxPool2d,
  relu,
  reshape,
  sequencePool,
  signatureField,
  softmax,
  tanh,
  transformerHead,
} from '../../src/index.js';

describe('architectureToJSON and layersFromJSON', () => {
  it('bring every built-in layer through JSON', () => {
    const inputShape = [64, 120];
    const layers = [...cnn1dHead(inputShape, 4, { hidden: 20, dropout: 0.1, size: 5 }), relu()];
    const network = createNetwork({ layers, inputShape });
    const json = JSON.parse(JSON.stringify(architectureToJSON(network)));
    const again = createNetwork({ layers: layersFromJSON(json), inputShape: json.inputShape });
    expect(again.shapes).toEqual(network.shapes);
    expect(again.parameters).toEqual(network.parameters);
    expect(architectureToJSON(again)).toEqual(json);
    expect(countCost(again.layers, inputShape)).toEqual(countCost(layers, inputShape));
  });

  it('bring layers within layers through JSON', () => {
    const inputShape = [64, 120];
    const layers = [...transformerHead(inputShape, 4, { keySize: 8 }), gelu(), softmax()];
    const network = createNetwork({ layers, inputShape });
    const json = JSON.parse(JSON.stringify(architectureToJSON(network)));
    const again = createNetwork({
      layers: layersFromJSON(json),
      inputShape,
      weights: network.weights,
    });
    expect(again.parameters).toEqual(network.parameters);
    expect(again.weights).toEqual(network.weights);
    expect(architectureToJSON(again)).toEqual(json);
  });

  it('bring layers of images through JSON', () => {
    const inputShape = [12, 13, 3];
    const layers = [
      tanh(),
      conv2d(4, { stride: 2, padding: 1, bias: false }),
      batchNorm({ epsilon: 1e-3, rate: 0.2 }),
      depthwiseConv2d({ padding: 1 }),
      depthwiseConv2d({ padding: 1, bias: true }),
      maxPool2d(2),
      conv2d(5, { size: 1, activation: 'relu' }),
      reshape([3, 5, 3]),
      signatureField({ window: 2, stride: 1, direction: 'rows', moments: false }),
      avgPool2d(2),
      globalAvgPool2d(),
    ];
    const network = createNetwork({ layers, inputShape });
    const json = JSON.parse(JSON.stringify(architectureToJSON(network)));
    const again = createNetwork({ layers: layersFromJSON(json), inputShape });
    expect(again.shapes).toEqual(network.shapes);
    expect(again.parameters).toEqual(network.parameters);
    expect(architectureToJSON(again)).toEqual(json);
    const options = { filters: 1, size: 1, stride: 1, padding: 0, activation: 'relu', bias: 1 };
    expect(() => layersFromJSON({ layers: [{ kind: 'conv2d', options }] })).toThrow(
      'conv2d: bias must be true or false, got 1',
    );
    expect(() => layersFromJSON({ layers: [{ kind: 'reshape', options: { shape: 3 } }] })).toThrow(
      'reshape: shape must be a list of numbers, got 3',
    );
  });

  it('keep how the weights of a pool begin, and read those of files that do not say', () => {
    const begun = (options: Record<string, string>) =>
      layersFromJSON({ layers: [{ kind: 'sequencePool', options }] })[0].parameters([4, 3])[0];
    expect(begun({}).initializer.kind).toBe('glorot-uniform');
    expect(begun({ start: 'mean' }).initializer.kind).toBe('zeros');
    for (const layer of [sequencePool(), sequencePool({ start: 'mean' })]) {
      const network = createNetwork({ layers: [layer], inputShape: [4, 3] });
      const json = JSON.parse(JSON.stringify(architectureToJSON(network)));
      expect(layersFromJSON(json)[0].options).toEqual(layer.options);
    }
    expect(() => begun({ start: 'max' })).toThrow(
      'sequencePool: start must be drawn or mean, got max',
    );
  });

  it('make layers of one’s own inside others', () => {
    const inside = { kind: 'twice', options: { units: 2 } };
    const json = { layers: [{ kind: 'residual', options: { layers: [inside] } }] };
    const [layer] = layersFromJSON(json, { twice: ({ units }) => dense(2 * Number(units)) });
    expect(layer.outputShape([4])).toEqual([4]);
  });

  it('make layers of one’s own by the given factories', () => {
    const json = { layers: [{ kind: 'twice', options: { units: 3 } }] };
    const [layer] = layersFromJSON(json, {
      twice: ({ units }) => dense(2 * Number(units)),
    });
    expect(layer.outputShape([4])).toEqual([6]);
  });

  it('refuse layers within layers that are none', () => {
    const load = (layers: string | undefined) => () =>
      layersFromJSON({ layers: [{ kind: 'residual', options: { layers } }] });
    expect(load('dense')).toThrow(
      'residual: layers must be a list of { kind, options }, got dense',
    );
    expect(load(undefined)).toThrow(RangeError);
  });

  it('refuse unknown kinds and options of another type', () => {
    const load = (kind: string, options: Record<string, string>) => () =>
      layersFromJSON({ layers: [{ kind, options }] });
    expect(load('lstm', {})).toThrow(
      'no layer is of kind lstm; known are avgPool2d, batchNorm, conv1d, conv2d, dense,',
    );
    expect(load('toString', {})).toThrow('no layer is of kind toString');
    expect(load('dense', { units: '3' })).toThrow('dense: units must be a number, got 3');
    expect(() => layersFromJSON({ layers: [{ kind: 'dense', options: { units: 3 } }] })).toThrow(
      'dense: activation must be relu or none, got undefined',
    );
  });
});
