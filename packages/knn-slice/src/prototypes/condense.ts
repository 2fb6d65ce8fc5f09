import { type EngineChoice, withEngine } from '../knn/with-engine.js';
import { countSamples, type FeatureSamples } from '../projection/feature-samples.js';
import { project } from '../projection/project.js';
import type { Projection } from '../projection/projection.js';
import { rowsAt } from '../projection/rows-at.js';
import { nearestReference } from './nearest-reference.js';
import { countInBudget, type PrototypeBudget } from './prototype-budget.js';
import type { Prototypes } from './prototypes.js';

export type CondenseOptions = EngineChoice &
  Partial<PrototypeBudget> & {
    /** Condenses in its space. */
    projection?: Projection;
  };

/**
 * A subset of the samples whose nearest one is of the right class for every sample (Hart 1968, "The
 * Condensed Nearest Neighbor Rule"), by the fast and order-independent FCNN1 (Angiulli 2005, "Fast
 * Condensed Nearest Neighbor Rule"): it begins with the sample nearest to each class's mean; each round
 * adds for every reference the nearest of the samples that take it for their own and are of another
 * class. A budget ends it early; then the references that err most often come first.
 *
 * Samples that are the same and of different classes stay wrong, all but one.
 *
 * @throws RangeError for samples of one class, or a budget below one reference a class.
 *
 * @example
 * const prototypes = await condense({ features, labels }, { threads: 2 });
 */
export async function condense(
  samples: FeatureSamples,
  options: CondenseOptions = {},
): Promise<Prototypes> {
  const { projection } = options;
  const { width: inputs, classes, count: samplesInAll } = countSamples(samples);
  const width = projection?.bias.length ?? inputs;
  const shape = { width, classes, inputs: projection ? inputs : 0, scored: false };
  const { count, maxBytes } = options;
  const wanted =
    count === undefined && maxBytes === undefined
      ? samplesInAll
      : countInBudget(options as PrototypeBudget, shape, samplesInAll);
  const labels = Int32Array.from(samples.labels);
  return withEngine(options, async (engine) => {
    const { features } = samples;
    const rows = projection ? await project(projection, features, { engine }) : features;

    const chosen: number[] = [];
    const nearest = new Int32Array(samplesInAll);
    const distances = new Float64Array(samplesInAll).fill(Infinity);
    let added = middles(rows, width, labels, classes);
    while (added.length > 0) {
      const found = await nearestReference(engine, rowsAt(rows, added, width), rows, width);
      for (let sample = 0; sample < samplesInAll; sample++) {
        if (found.distances[sample] >= distances[sample]) continue;
        distances[sample] = found.distances[sample];
        nearest[sample] = added[found.indices[sample]];
      }
      for (const place of added) chosen.push(place);
      added = enemies(labels, nearest, distances, chosen).slice(0, wanted - chosen.length);
    }
    const references = rowsAt(rows, chosen, width);
    const own = Int32Array.from(chosen, (place) => labels[place]);
    return { projection, references, count: chosen.length, width, labels: own, classes };
  });
}

/** The sample of each class that is nearest to the class's mean. */
function middles(rows: Float32Array, width: number, labels: Int32Array, classes: number): number[] {
  const means = new Float64Array(classes * width);
  const counts = new Int32Array(classes);
  for (const [sample, label] of labels.entries()) {
    counts[label]++;
    for (let i = 0; i < width; i++) means[label * width + i] += rows[sample * width + i];
  }
  for (let at = 0; at < means.length; at++) means[at] /= counts[Math.floor(at / width)];
  const least = new Float64Array(classes).fill(Infinity);
  const places = new Int32Array(classes).fill(-1);
  for (const [sample, label] of labels.entries()) {
    let square = 0;
    for (let i = 0; i < width; i++) {
      square += (rows[sample * width + i] - means[label * width + i]) ** 2;
    }
    if (square >= least[label]) continue;
    [least[label], places[label]] = [square, sample];
  }
  return [...places.filter((place) => place >= 0)];
}

/** Of each reference the nearest sample that wrongly takes it for its own, most often wrong first. */
function enemies(
  labels: Int32Array,
  nearest: Int32Array,
  distances: Float64Array,
  chosen: readonly number[],
): number[] {
  const among = new Set(chosen);
  const wrong = new Map<number, { count: number; sample: number }>();
  for (const [sample, reference] of nearest.entries()) {
    if (labels[sample] === labels[reference] || among.has(sample)) continue;
    const known = wrong.get(reference);
    if (known === undefined) {
      wrong.set(reference, { count: 1, sample });
      continue;
    }
    known.count++;
    if (distances[sample] < distances[known.sample]) known.sample = sample;
  }
  return [...wrong.values()].sort((a, b) => b.count - a.count).map(({ sample }) => sample);
}
