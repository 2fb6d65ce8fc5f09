import { createCmaEs, createParticleSwarm } from '@sig/evo';
import { createFeatures, defaultRecipe } from '@sig/image-paths';
import { seededRandom } from '@sig/kernels/random';
import { describe, expect, it, vi } from 'vitest';
import { takeSamples } from '../../src/evolution/samples.js';
import {
  classify,
  createFeatureNet,
  createKnn,
  EvolutionError,
  errorRate,
  evolve,
  extractFeatures,
  fitReferences,
  ONE_PIXEL_SHIFTS,
  project,
  softVotes,
} from '../../src/index.js';

// Noise with a bright bar that lies or stands.
const random = seededRandom(1);
const labels = Array.from({ length: 40 }, (_, index) => index % 2);
const images = new Float32Array(40 * 100).map(random);
for (const [index, label] of labels.entries()) {
  const at = 1 + Math.floor(8 * random());
  for (let i = 0; i < 10; i++) images[index * 100 + (label ? at * 10 + i : i * 10 + at)] += 0.6;
}
const training = { images, labels };
const network = createFeatureNet({ inputShape: [10, 10, 1], filters: [3, 4], seed: 3 });
const options = { k: 3, evaluations: 24 };

describe('evolve', () => {
  it.each(['serial', 'parallel'] as const)('evolves every filter (%s)', async (mode) => {
    const before = structuredClone(network.weights);
    const { state, reason, network: found } = await evolve(network, training, { ...options, mode });
    expect(reason).toBe('rounds');
    expect(state.reports.map(({ layer, filter }) => `${layer}/${filter}`).join(' ')).toBe(
      '0/0 0/1 0/2 2/0 2/1 2/2 2/3',
    );
    expect(state.reports.every((report) => report.after <= report.before)).toBe(true);
    expect(state.reports.some((report) => report.after < report.before)).toBe(true);
    expect(network.weights).toEqual(before);
    expect(found.weights).not.toEqual(before);
  });

  it('begins each filter with what the one before it has found, or not, as the mode says', async () => {
    const serial = await evolve(network, training, { ...options, mode: 'serial' });
    const parallel = await evolve(network, training, { ...options, mode: 'parallel' });
    for (let at = 1; at < 7; at++) {
      const { reports } = serial.state;
      expect(reports[at].before).toBeCloseTo(reports[at - 1].after, 5);
      expect(parallel.state.reports[at].before).toBeCloseTo(parallel.state.reports[0].before, 5);
    }
  });

  it('measures a second round with what the first has found', async () => {
    const wider = createFeatureNet({ inputShape: [10, 10, 1], filters: [3, 8], seed: 5 });
    const { reports } = (await evolve(wider, training, { ...options, rounds: 2 })).state;
    expect(reports[11].before).toBeCloseTo(reports[10].after, 5);
  });

  it.each(['serial', 'parallel'] as const)('tells the fitness of the whole (%s)', async (mode) => {
    const found = await evolve(network, training, { ...options, mode });
    const again = await evolve(found.network, training, { ...options, onGeneration: () => false });
    expect(found.after).toBeCloseTo(again.before, 5);
  });

  it('measures what a k-NN on the whole features would find', async () => {
    const errors: number[] = [];
    const { network: found, after } = await evolve(network, training, {
      ...options,
      fitness: errorRate,
      fitnessSet: training,
      k: 1,
      onUnit: ({ after: value }) => errors.push(value),
    });
    // Every image is its own nearest reference.
    expect(errors).toEqual(new Array(7).fill(0));
    const share = { share: 0.25 };
    const split = await evolve(network, training, {
      ...options,
      fitness: errorRate,
      fitnessSet: share,
    });
    expect(split.after).toBeLessThanOrEqual(split.before);
    const features = await extractFeatures(found, images);
    const { labels: voted } = await classify(createKnn(features, labels, { k: 3 }), features, {
      leaveOneOut: true,
    });
    const again = await evolve(found, training, {
      ...options,
      fitness: errorRate,
      onGeneration: () => false,
    });
    const wrong = [...voted].filter((label, index) => label !== labels[index]).length;
    expect(again.before).toBe(wrong / 40);
    expect(after).toBe(0);
  });

  it('takes any strategy, and layers as wholes', async () => {
    const { state } = await evolve(network, training, {
      ...options,
      unit: 'layer',
      rounds: 2,
      strategy: (start, seed) =>
        createParticleSwarm({ start, sigma: 0.2, seed, populationSize: 6 }),
    });
    expect(state.reports.map(({ round, filters }) => [round, filters])).toEqual([
      [0, 3],
      [0, 4],
      [1, 3],
      [1, 4],
    ]);
  });

  it('evolves the last convolution alone', async () => {
    const { network: found, state } = await evolve(network, training, {
      ...options,
      layers: 'last',
    });
    expect(state.reports.map(({ layer }) => layer)).toEqual([2, 2, 2, 2]);
    expect(found.weights['0.conv2d.kernel']).toEqual(network.weights['0.conv2d.kernel']);
  });

  describe('between discriminants', () => {
    const fitnessSet = { share: 0.4 };
    const discriminants = { subclasses: 2, shrinkage: 0.1, shifts: ONE_PIXEL_SHIFTS };
    const projected = { ...options, discriminants, fitness: errorRate, fitnessSet };

    it.each(['filter', 'layer'] as const)(
      'has the fitness of a k-NN on projected features (%s)',
      async (unit) => {
        const { references, queries } = takeSamples(training, fitnessSet, 100, 0);
        // All shifts of an image go into the discriminants, but only the image is a reference.
        const fitted = await fitReferences(network, references, {
          k: 3,
          discriminants,
          shifts: ONE_PIXEL_SHIFTS,
        });
        const features = await extractFeatures(network, queries.images);
        const own = await extractFeatures(network, references.images);
        const space = fitted.projection;
        const votes = await classify(
          createKnn(await project(space, own), references.labels, { k: 3 }),
          await project(space, features),
        );
        const wrong = votes.labels.filter((label, at) => label !== queries.labels[at]).length;
        const { state } = await evolve(network, training, { ...projected, unit });
        expect(state.reports[0].before).toBe(wrong / queries.labels.length);
        const last = await evolve(network, training, { ...projected, unit, layers: 'last' });
        expect(last.state.reports[0].before).toBe(wrong / queries.labels.length);
      },
    );

    it('takes shifts that are undefined for none', async () => {
      const without = { subclasses: 2, shrinkage: 0.1 };
      const begun = { ...projected, onGeneration: () => false };
      const left = await evolve(network, training, { ...begun, discriminants: without });
      const open = await evolve(network, training, {
        ...begun,
        discriminants: { ...without, shifts: undefined },
      });
      expect(open.before).toBe(left.before);
    });

    it('measures filter by filter what the whole would give', async () => {
      const soft = { ...projected, fitness: softVotes };
      const { reports } = (await evolve(network, training, soft)).state;
      for (let at = 1; at < reports.length; at++) {
        expect(reports[at].before).toBeCloseTo(reports[at - 1].after, 4);
      }
    });

    it('goes on from its state within a filter to the same weights', async () => {
      const whole = await evolve(network, training, projected);
      let generations = 0;
      const first = await evolve(network, training, {
        ...projected,
        onGeneration: () => ++generations < 9,
      });
      const state = JSON.parse(JSON.stringify(first.state));
      const second = await evolve(network, training, { ...projected, state });
      expect(second.network.weights).toEqual(whole.network.weights);
    });
  });

  it('goes on from its state as JSON to the same weights, from between and within filters', async () => {
    const whole = await evolve(network, training, options);
    let units = 0;
    const first = await evolve(network, training, { ...options, onUnit: () => ++units < 2 });
    let generations = 0;
    const second = await evolve(network, training, {
      ...options,
      state: JSON.parse(JSON.stringify(first.state)),
      onGeneration: () => ++generations < 5,
    });
    expect([first.reason, second.reason]).toEqual(['callback', 'callback']);
    const state = JSON.parse(JSON.stringify(second.state));
    const third = await evolve(network, training, { ...options, state });
    expect(third.network.weights).toEqual(whole.network.weights);
    expect(third.state.reports).toEqual(whole.state.reports);
  });

  it.each([
    ['throws', 'the power went'],
    ['is NaN', 'got NaN'],
  ])('keeps its state where the fitness %s', async (how, message) => {
    let calls = 0;
    const failing = (neighbours: Parameters<typeof softVotes>[0]): number => {
      if (++calls !== 60) return softVotes(neighbours);
      if (how === 'is NaN') return Number.NaN;
      throw new Error('the power went');
    };
    const whole = await evolve(network, training, options);
    const error = await evolve(network, training, { ...options, fitness: failing }).catch((e) => e);
    expect(error).toBeInstanceOf(EvolutionError);
    expect(error.message).toContain(message);
    expect(error.message).not.toContain('\n');
    const state = JSON.parse(JSON.stringify(error.state));
    const resumed = await evolve(network, training, { ...options, state });
    expect(resumed.network.weights).toEqual(whole.network.weights);
  });

  it('says what is wrong in one line', async () => {
    const attempt = (more: object, data = training) =>
      evolve(network, data, { ...options, ...more });
    await expect(attempt({ k: 0 })).rejects.toThrow('k must be an integer from 1 to the 39');
    await expect(attempt({ k: 40 })).rejects.toThrow('got 40');
    const same = { images, labels: labels.map(() => 1) };
    await expect(attempt({}, same)).rejects.toThrow('at least two classes');
    await expect(attempt({}, { images, labels: [0] })).rejects.toThrow('training must hold 100');
    const wrong = { lower: 1, upper: -1 };
    const bounded = (start: Float64Array) => createCmaEs({ start, sigma: 1, bounds: wrong });
    await expect(attempt({ strategy: bounded })).rejects.toThrow('bounds.lower must be below');
    const lonely = (start: Float64Array) => createCmaEs({ start, sigma: 1, populationSize: 1 });
    await expect(attempt({ strategy: lonely })).rejects.toThrow(/populationSize must be .*got 1$/);
  });

  it('takes bytes of images whose features a recipe makes, and leaves the network that', async () => {
    const bytes = Uint8Array.from(images, (value) => Math.min(255, 150 * value));
    const recipe = defaultRecipe({
      transform: 'pixels',
      width: 10,
      height: 10,
      channels: 'grey',
    });
    const features = createFeatures(recipe);
    const given = createFeatureNet({ features, inputShape: [10, 10, 1], filters: [3, 4] });
    const result = await evolve(given, { images: bytes, labels }, options);
    expect(result.after).toBeLessThan(result.before);
    expect(result.network.features).toBe(features);
    expect((await extractFeatures(result.network, bytes)).length).toBe(40 * 4);
  });

  it('ends by a signal and by seconds, with a state', async () => {
    const aborted = await evolve(network, training, { ...options, signal: AbortSignal.abort() });
    expect(aborted.reason).toBe('signal');
    expect(aborted.state.reports).toEqual([]);
  });

  it('counts its seconds from the evolution on, not from the first fit of discriminants', async () => {
    // Ten seconds pass from one look at the clock to the next.
    let looks = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => 10_000 * looks++);
    const discriminants = { subclasses: 2, shrinkage: 0.1 };
    const limited = { ...options, discriminants, seconds: 5 };
    const { reason, state } = await evolve(network, training, limited).finally(() =>
      clock.mockRestore(),
    );
    expect(reason).toBe('seconds');
    // The first filter was begun: it has been judged, and its strategy goes into the state.
    expect(state.before).toBeDefined();
    expect(state.strategy).toBeDefined();
  });

  it.each([
    ['between features', {}],
    ['between discriminants', { discriminants: { subclasses: 2, shrinkage: 0.1 } }],
  ])('measures what it returns as if anew, %s', async (_, more) => {
    const wanted = { ...options, ...more, mode: 'serial' } as const;
    let units = 0;
    const stopped = await evolve(network, training, { ...wanted, onUnit: () => ++units < 3 });
    const signal = AbortSignal.abort();
    const given = await evolve(network, training, { ...wanted, signal });
    const found = await evolve(stopped.network, training, { ...wanted, signal });
    expect(stopped.before).toBeCloseTo(given.before, 5);
    expect(stopped.after).toBeCloseTo(found.before, 5);
    expect(given.after).toBe(given.before);
  });

  it('asks for no fitness of the whole that its filters have told', async () => {
    let calls = 0;
    const fitness: typeof softVotes = (neighbours) => {
      calls++;
      return softVotes(neighbours);
    };
    const { state } = await evolve(network, training, { ...options, fitness });
    expect(calls).toBe(state.reports.reduce((sum, { evaluations }) => sum + evaluations + 1, 0));
  });
});
