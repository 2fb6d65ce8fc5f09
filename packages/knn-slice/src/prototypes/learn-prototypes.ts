import {
  createNetwork,
  dense,
  dropout,
  type EpochReport,
  fit,
  type Network,
  type Standardisation,
  softmax,
} from '@sig/heads';
import { seededRandom } from '@sig/kernels/random';
import { requireInteger } from '../arguments/require-integer.js';
import { type EngineChoice, withEngine } from '../knn/with-engine.js';
import { discriminantProjection } from '../projection/discriminant-projection.js';
import { countSamples, type FeatureSamples } from '../projection/feature-samples.js';
import type { Projection } from '../projection/projection.js';
import { clusterClasses } from './cluster-classes.js';
import { countInBudget, type PrototypeBudget } from './prototype-budget.js';
import { prototypeSimilarity } from './prototype-similarity.js';
import type { Prototypes } from './prototypes.js';
import { standardisationOf } from './standardisation-of.js';

export type LearnPrototypesOptions = EngineChoice &
  PrototypeBudget & {
    /** Of the space in which samples are compared (16). */
    dimensions?: number;
    /** Passes over the samples (15). */
    epochs?: number;
    /** Samples a step (128). */
    batch?: number;
    /** The highest one; it falls to 0 along a cosine (0.002). */
    learningRate?: number;
    /** Of AdamW (0.01). */
    weightDecay?: number;
    /** Share of the features that a step leaves out (0.2). */
    dropout?: number;
    /** Where it begins: linear discriminants where left out. */
    projection?: Projection;
    seed?: number;
    onEpoch?: (report: EpochReport) => unknown;
  };

/** Prototypes with all that `scoreByPrototypes` takes. */
export type LearnedPrototypes = Prototypes &
  Required<Pick<Prototypes, 'projection' | 'scores' | 'gamma'>>;

// The weights' names.
const KERNEL = '1.dense.kernel';
const BIAS = '1.dense.bias';
const PROTOTYPES = '2.prototypeSimilarity.prototypes';
const SCORES = '4.dense.kernel';
const COMMON = '4.dense.bias';

// A prototype's logit for its own class, at first; and the length of directions that say nothing yet.
const OWN_SCORE = 8;
const RANDOM_LENGTH = 0.3;

/**
 * Prototypes, their scores for the classes and a projection to few dimensions, learned together by
 * gradients (Gupta et al. 2017, "ProtoNN: Compressed and Accurate kNN for Resource-scarce Devices"): the
 * score of a class is Σ_j z_j exp(-γ |W x - b_j|²). Here it is divided by the sum of the weights, which
 * changes no decision and makes of it a logit for the cross-entropy. It begins with linear discriminants
 * and the k-means of each class in their space; what is learned is none of the filters before it.
 *
 * @throws RangeError for samples of one class, or a budget below one prototype a class.
 *
 * @example
 * const prototypes = await learnPrototypes({ features, labels }, { maxBytes: 20_000, threads: 2 });
 */
export async function learnPrototypes(
  samples: FeatureSamples,
  options: LearnPrototypesOptions,
): Promise<LearnedPrototypes> {
  const { dimensions = 16, epochs = 15, batch = 128, seed = 0, onEpoch } = options;
  const { learningRate = 2e-3, weightDecay = 0.01, dropout: rate = 0.2 } = options;
  const { width: inputs, classes, count: samplesInAll } = countSamples(samples);
  requireInteger('dimensions', dimensions, 1);
  const shape = { width: dimensions, classes, inputs, scored: true };
  const wanted = countInBudget(options, shape, samplesInAll);
  return withEngine(options, async (engine) => {
    const { features, labels } = samples;
    const given = options.projection ?? (await discriminantProjection(samples, { engine }));
    const projection = widened(given, dimensions, seed);
    const first = await clusterClasses(samples, { count: wanted, projection, seed, engine });
    const { count } = first;
    const standardisation = standardisationOf(features, inputs);
    const network = createNetwork({
      layers: [
        dropout(rate),
        dense(dimensions),
        prototypeSimilarity(count),
        softmax(),
        dense(classes),
      ],
      inputShape: [inputs],
      standardisation,
      weights: {
        ...standardised(projection, standardisation),
        [PROTOTYPES]: first.references,
        [SCORES]: ownScores(first.labels, classes),
        [COMMON]: new Float32Array(classes),
      },
    });
    const dataset = {
      count: samplesInAll,
      classes: Array.from({ length: classes }, (_, label) => `${label}`),
      labels,
      read: (index: number, target: Uint8Array | Float32Array) =>
        target.set(features.subarray(index * inputs, (index + 1) * inputs)),
    };
    const schedule = { learningRate, schedule: 'cosine', warmUp: 0.05 } as const;
    const regular = { optimizer: 'adamW', weightDecay } as const;
    await fit(network, dataset, { epochs, batch, seed, engine, onEpoch, ...schedule, ...regular });
    return prototypesOf(network, classes);
  });
}

/** A projection of so many outputs: its own first ones, then random directions, shorter ones. */
function widened({ weight, bias }: Projection, outputs: number, seed: number): Projection {
  const given = bias.length;
  const inputs = weight.length / given;
  const random = seededRandom(seed);
  let squares = 0;
  for (const value of weight) squares += value * value;
  const length = RANDOM_LENGTH * Math.sqrt((3 * squares) / weight.length);
  const wide = Float32Array.from({ length: inputs * outputs }, (_, at) => {
    const output = at % outputs;
    const input = Math.floor(at / outputs);
    return output < given ? weight[input * given + output] : length * (2 * random() - 1);
  });
  return { weight: wide, bias: Float32Array.from({ length: outputs }, (_, at) => bias[at] ?? 0) };
}

/** The projection's weights for standardised features. */
function standardised({ weight, bias }: Projection, { mean, scale }: Standardisation) {
  const outputs = bias.length;
  const moved = Float64Array.from(bias);
  const kernel = weight.map((value, at) => {
    const input = Math.floor(at / outputs);
    moved[at % outputs] += mean[input] * value;
    return value / scale[input];
  });
  return { [KERNEL]: kernel, [BIAS]: moved };
}

function ownScores(labels: Int32Array, classes: number): Float32Array {
  const scores = new Float32Array(labels.length * classes);
  for (const [row, label] of labels.entries()) scores[row * classes + label] = OWN_SCORE;
  return scores;
}

/** What the network has learned, for features as they are. */
function prototypesOf({ weights, standardisation }: Network, classes: number): LearnedPrototypes {
  const kernel = weights[KERNEL];
  const bias = Float64Array.from(weights[BIAS]);
  const width = bias.length;
  const weight = kernel.map((value, at) => {
    const input = Math.floor(at / width);
    const scaled = value * (standardisation?.scale[input] ?? 1);
    bias[at % width] -= scaled * (standardisation?.mean[input] ?? 0);
    return scaled;
  });
  const references = weights[PROTOTYPES];
  const count = references.length / width;
  // The shares of all prototypes add up to 1, so that the bias can go into the scores.
  const common = weights[COMMON];
  const scores = weights[SCORES].map((value, at) => value + common[at % classes]);
  const labels = Int32Array.from({ length: count }, (_, row) => {
    const own = scores.subarray(row * classes, (row + 1) * classes);
    return own.indexOf(own.reduce((most, score) => Math.max(most, score)));
  });
  const projection = { weight, bias: Float32Array.from(bias) };
  return { projection, references, count, width, labels, classes, scores, gamma: 0.5 };
}
