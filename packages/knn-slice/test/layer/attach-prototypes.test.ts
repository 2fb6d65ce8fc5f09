import { layersFromJSON, predict } from '@sig/heads';
import { describe, expect, it } from 'vitest';
import {
  attachPrototypes,
  clusterClasses,
  condense,
  discriminantProjection,
  knnLayers,
  learnPrototypes,
  scoreByPrototypes,
} from '../../src/index.js';
import { randomSamples } from '../knn/random-samples.js';
import { identityNet } from './identity-net.js';

const { points: features, labels } = randomSamples(240, 8, 3, 1);
const samples = { features, labels };
const queries = randomSamples(60, 8, 3, 2);

function accuracy(probabilities: Float32Array): number {
  const right = queries.labels.filter((label, row) => {
    const shares = [...probabilities.subarray(3 * row, 3 * row + 3)];
    return shares.indexOf(Math.max(...shares)) === label;
  });
  return right.length / queries.labels.length;
}

describe('attachPrototypes', () => {
  it('gives the probabilities that learned prototypes give, and its layers come from JSON', async () => {
    const prototypes = await learnPrototypes(samples, { count: 12, dimensions: 4, epochs: 3 });
    const network = attachPrototypes(identityNet(8), { ...prototypes, gamma: 0.7 });
    const expected = await scoreByPrototypes({ ...prototypes, gamma: 0.7 }, queries.points);
    expect(await predict(network, queries.points)).toEqual(expected);
    expect(accuracy(expected)).toBeGreaterThan(0.6);
    const json = network.layers.map(({ kind, options }) => ({ kind, options }));
    const again = layersFromJSON({ layers: JSON.parse(JSON.stringify(json)) }, knnLayers);
    expect(again.map(({ options }) => options)).toEqual(json.map(({ options }) => options));
  });

  it('puts a k-NN behind the projection of condensed or clustered prototypes', async () => {
    const projection = await discriminantProjection(samples);
    const condensed = await condense(samples, { projection });
    const clustered = await clusterClasses(samples, { count: 30 });
    const small = attachPrototypes(identityNet(8), condensed);
    expect(small.layers.map(({ kind }) => kind)).toEqual(['flatten', 'dense', 'knn']);
    expect(accuracy(await predict(small, queries.points))).toBeGreaterThan(0.6);
    const middles = attachPrototypes(identityNet(8), clustered, { k: 3, vote: 'distance' });
    expect(middles.layers.map(({ kind }) => kind)).toEqual(['flatten', 'knn']);
    expect(middles.layers[1].options).toMatchObject({ k: 3, vote: 'distance' });
    expect(accuracy(await predict(middles, queries.points))).toBeGreaterThan(0.6);
  });

  it('refuses prototypes of other features, in one line', async () => {
    const clustered = await clusterClasses(samples, { count: 30 });
    expect(() => attachPrototypes(identityNet(4), clustered)).toThrow(
      'the references must be of width 4 as the features, got 8',
    );
  });
});
