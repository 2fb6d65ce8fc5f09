// Evaluations of CMA-ES to 1e-8 from sigma 0.3, median of 11 seeds, beside those of pycma.
import { createCmaEs, minimizeSync } from '../dist/index.js';
import { median, objectives, printTable } from './objectives.mjs';

const pycma = {
  10: { sphere: 1260, ellipsoid: 3830, rosenbrock: 4980, cigar: 3760 },
  20: { sphere: 2388, ellipsoid: 12_768, rosenbrock: 16_248, cigar: 7632 },
};

const rows = [['objective', 'dimensions', 'median', 'least', 'most', 'pycma', 'ratio']];
for (const [dimension, wanted] of Object.entries(pycma)) {
  for (const [name, theirs] of Object.entries(wanted)) {
    const n = Number(dimension);
    const objective = objectives[name].create(n);
    const start = new Float64Array(n).fill(objectives[name].start);
    const counts = Array.from({ length: 11 }, (_, k) => {
      const strategy = createCmaEs({ start, sigma: 0.3, seed: k + 1 });
      const { evaluations } = minimizeSync(objective, strategy, {
        target: 1e-8,
        evaluations: 100_000,
      });
      return evaluations;
    });
    const ratio = (median(counts) / theirs).toFixed(3);
    rows.push([name, n, median(counts), Math.min(...counts), Math.max(...counts), theirs, ratio]);
  }
}
printTable(rows);
