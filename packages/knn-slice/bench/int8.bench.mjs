// Neighbours in int8 beside float32, on random rows on one thread: seconds (median of five runs, in turn)
// and thousand million multiply-adds a second.
import { createEngine } from '@sig/kernels';
import { integersModule } from '@sig/kernels/integers';
import { linearModule } from '@sig/kernels/linear';
import { seededRandom } from '@sig/kernels/random';
import { createKnn, findIntegerNeighbours, findNeighbours, quantizeKnn } from '../dist/index.js';

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const engine = createEngine({ modules: [linearModule, integersModule] });
const random = seededRandom(1);
const draw = (rows, width) => Float32Array.from({ length: rows * width }, random);

console.log('references  width   float32 s      int8 s    ratio   int8 GMAC/s');
for (const [count, width, asked] of [
  [8000, 1600, 500],
  [8000, 784, 500],
  [8000, 64, 2000],
  [2000, 16, 5000],
]) {
  const labels = Int32Array.from({ length: count }, (_, index) => index % 10);
  const knn = createKnn(draw(count, width), labels);
  const small = quantizeKnn(knn);
  const queries = draw(asked, width);
  const times = [[], []];
  for (let run = 0; run < 5; run++) {
    for (const [at, search] of [
      () => findNeighbours(knn, queries, { engine }),
      () => findIntegerNeighbours(small, queries, { engine }),
    ].entries()) {
      const start = performance.now();
      await search();
      times[at].push((performance.now() - start) / 1000);
    }
  }
  const [real, integer] = times.map(median);
  const speed = (count * width * asked) / 1e9 / integer;
  console.log(
    `${`${count}`.padStart(10)}${`${width}`.padStart(7)}${real.toFixed(3).padStart(12)}${integer.toFixed(3).padStart(12)}${(real / integer).toFixed(2).padStart(9)}${speed.toFixed(1).padStart(14)}`,
  );
}
