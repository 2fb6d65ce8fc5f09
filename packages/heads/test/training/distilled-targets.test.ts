import { describe, expect, it } from 'vitest';
import {
  type Dataset,
  DivergenceError,
  distilledTargets,
  evaluate,
  fit,
  predict,
} from '../../src/index.js';
import { expectClose } from '../expect-close.js';
import { crossedCorners } from '../toy-datasets.js';
import { bytesOf, fcNetwork } from '../toy-networks.js';

const softmax = (logits: readonly number[]): number[] => {
  const powers = logits.map(Math.exp);
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
};

describe('distilledTargets', () => {
  it('mixes the labels with the softmax of the logits by the temperature', () => {
    const rows = [
      [2, 0, -1],
      [0.5, 3, 9],
    ];
    const told = rows.flatMap(softmax);
    const targets = distilledTargets(told, [0, 1], 3, { share: 0.25, temperature: 4 });
    const soft = rows.map((row) => softmax(row.map((z) => z / 4)));
    const wanted = soft.flatMap((row, index) =>
      row.map((p, j) => 0.25 * p + (j === index ? 0.75 : 0)),
    );
    expectClose(targets, wanted, 1e-6);
  });

  it('is the labels alone with a share of 0, and the answers with one of 1 and no softening', () => {
    const told = [0.75, 0.25, 0.5, 0.5];
    expect([...distilledTargets(told, [1, 0], 2, { share: 0 })]).toEqual([0, 1, 1, 0]);
    expectClose(distilledTargets(told, [1, 0], 2, { share: 1, temperature: 1 }), told, 1e-7);
  });

  it('sums to one where the teacher is sure to the last digit', () => {
    expect([...distilledTargets([1, 0], [0], 2, { temperature: 100 })]).toEqual([1, 0]);
  });

  it('names what it cannot take', () => {
    expect(() => distilledTargets([0.5, 0.5], [0, 1], 2)).toThrow(
      '2 labels of 2 classes need 4 probabilities, got 2',
    );
    const refused = (options: object, message: string): void =>
      expect(() => distilledTargets([0.5, 0.5], [0], 2, options)).toThrow(message);
    refused({ share: 1.5 }, 'share must be from 0 to 1, got 1.5');
    refused({ temperature: 0 }, 'temperature must be above 0, got 0');
    refused({ temperature: Infinity }, 'temperature must be above 0, got Infinity');
    expect(() => distilledTargets([0, 0], [0], 2)).toThrow(
      'probabilities must have a sum above 0 in each row, got 0 at 0',
    );
  });
});

describe('fit with targets', () => {
  const corners = crossedCorners(400);
  const taught = (targets: ArrayLike<number>): Dataset => ({
    ...corners,
    readTarget: (index, target) => target.set([targets[2 * index], targets[2 * index + 1]]),
  });
  const options = { epochs: 40, batch: 32, learningRate: 0.02 };

  it('learns what the targets say, whatever the labels are', async () => {
    const targets = Array.from(corners.labels, (label) => (label === 0 ? [0, 1] : [1, 0])).flat();
    const network = fcNetwork();
    await fit(network, taught(targets), options);
    const held = crossedCorners(200, 9);
    const { accuracy } = evaluate(await predict(network, held), held.labels, held.classes);
    expect(accuracy).toBeLessThan(0.03);
  });

  it('gives the bytes of a training on labels where the targets are just those', async () => {
    const targets = Array.from(corners.labels, (label) => [1 - label, label]).flat();
    const plain = fcNetwork();
    const told = fcNetwork();
    await fit(plain, corners, { ...options, epochs: 2 });
    await fit(told, taught(targets), { ...options, epochs: 2 });
    expect(bytesOf(told)).toBe(bytesOf(plain));
  });

  it('learns a teacher’s probabilities, not only its choices', async () => {
    const targets = Array.from(corners.labels, (label) =>
      label === 0 ? [0.7, 0.3] : [0.2, 0.8],
    ).flat();
    const network = fcNetwork();
    await fit(network, taught(targets), options);
    const probabilities = await predict(network, corners);
    for (const label of [0, 1]) {
      const own = Array.from(corners.labels).flatMap((other, index) =>
        other === label ? [probabilities[2 * index]] : [],
      );
      const mean = own.reduce((sum, p) => sum + p, 0) / own.length;
      expect(mean).toBeCloseTo(label === 0 ? 0.7 : 0.2, 1);
    }
  });

  it('says what to do where a target is no number', async () => {
    const targets = Array.from({ length: 800 }, () => Number.NaN);
    await expect(fit(fcNetwork(), taught(targets), options)).rejects.toThrow(DivergenceError);
  });

  it('is the same for one thread and three', async () => {
    const targets = distilledTargets(
      await predict(fcNetwork(5), corners),
      corners.labels,
      corners.classes.length,
    );
    const one = fcNetwork();
    const three = fcNetwork();
    await fit(one, taught(targets), { ...options, epochs: 2 });
    await fit(three, taught(targets), { ...options, epochs: 2, threads: 3 });
    for (const [name, values] of Object.entries(one.weights)) {
      expectClose(three.weights[name], values, 1e-3);
    }
  });
});
