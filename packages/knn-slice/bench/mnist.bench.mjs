// k-NN (k = 9) on bare pixels and on random filters: the first 4,000 training and 1,000 test digits.
import { readMnist } from '@sig/image-paths/node';
import { classify, createFeatureNet, createKnn, extractFeatures } from '../dist/index.js';

const { train, test } = await readMnist();
const first = (set, count) => ({
  pixels: set.pixels.subarray(0, count * 784),
  labels: set.labels.subarray(0, count),
});
const references = first(train, 4000);
const queries = first(test, 1000);
const options = { threads: 2 };

async function measure(name, featuresOf) {
  const from = await featuresOf(references.pixels);
  const to = await featuresOf(queries.pixels);
  const start = performance.now();
  const { labels } = await classify(createKnn(from, references.labels), to, options);
  const seconds = (performance.now() - start) / 1000;
  const right = labels.filter((label, index) => label === queries.labels[index]).length;
  const gigaflops = (2 * from.length * (to.length / (from.length / 4000))) / 1e9 / seconds;
  console.log(
    `${name}: ${((100 * right) / 1000).toFixed(1)} %, ${seconds.toFixed(2)} s, ${gigaflops.toFixed(1)} GFLOP/s`,
  );
}

await measure('pixels', async (pixels) => Float32Array.from(pixels, (value) => value / 255));
for (const seed of [1, 2, 3, 4, 5]) {
  const network = createFeatureNet({ seed });
  await measure(`random filters, seed ${seed}`, (pixels) =>
    extractFeatures(network, pixels, options),
  );
}
