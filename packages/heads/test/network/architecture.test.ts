import { describe, expect, it } from 'vitest';
import {
  architectureToJSON,
  cnn1dHead,
  countCost,
  createNetwork,
  dense,
  gelu,
  layersFromJSON,
  relu,
  softmax,
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
      'no layer is of kind lstm; known are conv1d, dense, dropout, flatten, gelu, layerNorm, maxPool1d,',
    );
    expect(load('toString', {})).toThrow('no layer is of kind toString');
    expect(load('dense', { units: '3' })).toThrow('dense: units must be a number, got 3');
    expect(() => layersFromJSON({ layers: [{ kind: 'dense', options: { units: 3 } }] })).toThrow(
      'dense: activation must be relu or none, got undefined',
    );
  });
});
