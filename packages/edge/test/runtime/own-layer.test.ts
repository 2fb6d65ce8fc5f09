import { architectureToJSON, createNetwork, dense, flatten, type Layer } from '@sig/heads';
import { defaultRecipe } from '@sig/image-paths';
import { describe, expect, it } from 'vitest';
import { exportJs } from '../../src/export/index.js';
import { encodeModel } from '../../src/index.js';
import { createClassifier, type OwnLayer } from '../../src/runtime/index.js';

/** Each value times a weight, for tests. */
const scaling: Layer = {
  kind: 'scaling',
  options: { by: 2 },
  outputShape: (shape) => shape,
  parameters: ([width]) => [{ name: 'factors', shape: [width], initializer: { kind: 'ones' } }],
  macs: () => 0,
  forward: () => undefined,
  backward: () => undefined,
};
const runtimeScaling: OwnLayer = ({ options, inputShape, weight }) => {
  const [width] = inputShape;
  const factors = weight('factors', width, width);
  const by = Number(options.by);
  return {
    outputShape: inputShape,
    run(memory, from, to) {
      for (let i = 0; i < width; i++) memory[to + i] = by * factors[i] * memory[from + i];
    },
  };
};

const recipe = defaultRecipe({ transform: 'pixels', width: 2, height: 1, channels: 'grey' });
const network = createNetwork({
  layers: [flatten(), scaling, dense(2)],
  inputShape: [1, 2],
  weights: {
    '1.scaling.factors': [1, 3],
    '2.dense.kernel': [1, 0, 0, 1],
    '2.dense.bias': [0, 0],
  },
});
const model = {
  kind: 'classifier',
  labels: ['a', 'b'],
  recipe,
  architecture: architectureToJSON(network),
  weights: network.weights,
} as const;
const own = { layers: { scaling: () => scaling } };
const bytes = encodeModel(model, own);
const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(51, 102) };
// The softmax of 2 · 1 · 0.2 and 2 · 3 · 0.4.
const expected = Math.exp(2.4) / (Math.exp(0.4) + Math.exp(2.4));

describe('a layer of one’s own', () => {
  it('runs in the runtime where its code is given', () => {
    const classifier = createClassifier(bytes, { layers: { scaling: runtimeScaling } });
    expect(classifier.classify(image).probabilities[1]).toBeCloseTo(expected, 6);
    const [first] = createClassifier([bytes], { layers: { scaling: runtimeScaling } }).classify(
      image,
    );
    expect(first.probabilities[1]).toBeCloseTo(expected, 6);
  });

  it('is refused by its kind where it is not, and where it says why it cannot be', () => {
    expect(() => createClassifier(bytes)).toThrow('layer 1 (scaling) is not known here');
    const greedy: OwnLayer = ({ weight }) => ({
      outputShape: [weight('more', 5, 5).length],
      run: () => undefined,
    });
    expect(() => createClassifier(bytes, { layers: { scaling: greedy } })).toThrow(
      'layer 1 (scaling): 1.scaling.more must be 5 finite numbers',
    );
  });

  it('goes into an exported module as a script', async () => {
    const layers = { scaling: runtimeScaling };
    const script = `const extension = { layers: { scaling: ${runtimeScaling} } };`;
    const text = exportJs(model, { ...own, extension: { layers, script } });
    const { classify } = await import(`data:text/javascript;base64,${btoa(text)}`);
    expect(classify(image).probabilities[1]).toBeCloseTo(expected, 6);
    expect(() => exportJs(model, own)).toThrow('(scaling) is not known here');
  });

  it('leaves the modules of other models as they are', () => {
    const plain = createNetwork({ layers: [flatten(), dense(2)], inputShape: [1, 2] });
    const architecture = architectureToJSON(plain);
    const other = { ...model, architecture, weights: plain.weights };
    const extension = { layers: { scaling: runtimeScaling }, script: 'const extension = {};' };
    expect(exportJs(other, { extension })).toBe(exportJs(other));
  });
});
