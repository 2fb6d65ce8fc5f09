// 10,000 digits against 60,000 references of 1,600 features (k = 9) on two threads, and both the kernels
// and ml-knn's k-d tree on as many as the tree can bear.
import { readMnist } from '@sig/image-paths/node';
import { createThreadedEngine } from '@sig/kernels';
import { linearModule } from '@sig/kernels/linear';
import KNN from 'ml-knn';
import {
  createFeatureNet,
  createKnn,
  extractFeatures,
  findNeighbours,
  mlKnn,
} from '../dist/index.js';

const SMALL = { references: 2000, queries: 50 };
const repeats = Number(process.argv[2] ?? 1);

const { train, test } = await readMnist();
const engine = await createThreadedEngine({ modules: [linearModule], threads: 2 });
const network = createFeatureNet({ seed: 1 });
const references = await extractFeatures(network, train.pixels, { engine });
const queries = await extractFeatures(network, test.pixels, { engine });
const width = references.length / train.count;

async function measure(name, referenceCount, queryCount, options) {
  const some = references.subarray(0, referenceCount * width);
  const knn = createKnn(some, train.labels.subarray(0, referenceCount));
  const own = queries.subarray(0, queryCount * width);
  let seconds = Infinity;
  for (let run = 0; run < repeats; run++) {
    const start = performance.now();
    await findNeighbours(knn, own, options);
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
  }
  const pairs = referenceCount * queryCount;
  const gigaflops = (2 * pairs * width) / 1e9 / seconds;
  console.log(
    `${name}: ${queryCount} queries, ${referenceCount} references: ${seconds.toFixed(2)} s, ` +
      `${(pairs / seconds / 1e6).toFixed(2)} million pairs/s, ${gigaflops.toFixed(1)} GFLOP/s`,
  );
  return pairs / seconds;
}

await measure('kernels', train.count, test.count, { engine });
const ours = await measure('kernels', SMALL.references, SMALL.queries, { engine });
const tree = await measure('ml-knn', SMALL.references, SMALL.queries, { search: mlKnn(KNN) });
console.log(`${(ours / tree).toFixed(0)} times as many pairs a second on the same digits`);
engine.close();
