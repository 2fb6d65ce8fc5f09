// Every strategy over 2 to 640 dimensions, with its defaults:
// evaluations to 1e-8 (median of the seeds), or where the budget ran out the value reached;
// then milliseconds (of the processor) a generation outside the objective, and how they grow.
//
//   node bench/strategies.bench.mjs [--objectives sphere,ellipsoid,rosenbrock] [--seeds 3]
//     [--seconds 12] [--dimensions 2,10,40,160,640]
//
// Seconds are of the processor, a run's own: what else the machine does changes no cell.
import { parseArgs } from 'node:util';
import {
  createBipopCmaEs,
  createCmaEs,
  createGaussianEs,
  createGeneticAlgorithm,
  createIpopCmaEs,
  createOpenAiEs,
  createParticleSwarm,
  createSeparableCmaEs,
  minimizeSync,
} from '../dist/index.js';
import { median, objectives, printTable } from './objectives.mjs';

const { values: options } = parseArgs({
  options: {
    objectives: { type: 'string', default: 'sphere' },
    dimensions: { type: 'string', default: '2,10,40,160,640' },
    seeds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '12' },
  },
});
const dimensions = options.dimensions.split(',').map(Number);

/** No run takes more than this many evaluations. */
const budget = (n) => Math.max(20_000, 200 * n);

const strategies = {
  'CMA-ES, auto': createCmaEs,
  'CMA-ES, full': (o) => createCmaEs({ ...o, covariance: 'full' }),
  'CMA-ES, full, mirrored': (o) => createCmaEs({ ...o, covariance: 'full', mirrored: true }),
  'CMA-ES, separable': createSeparableCmaEs,
  'IPOP-CMA-ES': createIpopCmaEs,
  'BIPOP-CMA-ES': createBipopCmaEs,
  'PSO, original': (o) => createParticleSwarm({ ...o, variant: 'original' }),
  'PSO, inertia': (o) => createParticleSwarm({ ...o, variant: 'inertia' }),
  'PSO, constriction': createParticleSwarm,
  'PSO, constriction, ring': (o) => createParticleSwarm({ ...o, topology: 'ring' }),
  'genetic algorithm': createGeneticAlgorithm,
  'Gaussian ES': createGaussianEs,
  'OpenAI-ES': (o) => createOpenAiEs({ ...o, decay: 0.995 }),
};

for (const name of options.objectives.split(',')) {
  console.log(
    `${name}: evaluations to 1e-8, or the value reached (* in ${options.seconds} s), medians of ${options.seeds} seeds`,
  );
  const rows = [['strategy', ...dimensions]];
  for (const [title, create] of Object.entries(strategies)) {
    rows.push([title, ...dimensions.map((n) => cell(name, n, create))]);
  }
  printTable(rows);
}

console.log('milliseconds a generation outside the objective; growth: exponent over the last two');
const rows = [['strategy', ...dimensions, 'candidates', 'growth']];
for (const [title, create] of Object.entries(strategies)) {
  const times = dimensions.map((n) => generationTime(n, create));
  const [[n1, t1], [n2, t2]] = dimensions.map((n, k) => [n, times[k]]).slice(-2);
  const growth = (Math.log(t2 / t1) / Math.log(n2 / n1)).toFixed(1);
  const { populationSize } = create({ start: new Float64Array(dimensions.at(-1)), sigma: 1 });
  rows.push([title, ...times.map((ms) => ms.toPrecision(2)), populationSize, growth]);
}
printTable(rows);

function cell(name, n, create) {
  const start = new Float64Array(n).fill(objectives[name].start);
  const runs = Array.from({ length: Number(options.seeds) }, (_, k) => {
    const end = processorTime() + 1000 * Number(options.seconds);
    return minimizeSync(objectives[name].create(n), create({ start, sigma: 0.3, seed: k + 1 }), {
      target: 1e-8,
      evaluations: budget(n),
      onGeneration: () => processorTime() < end,
    });
  });
  const reached = runs.filter(({ reason }) => reason === 'target');
  if (2 * reached.length > runs.length) {
    return median(runs.map((run) => (run.reason === 'target' ? run.evaluations : Infinity)));
  }
  const isCut = runs.some(({ reason }) => reason === 'callback');
  return `→${median(runs.map(({ value }) => value)).toExponential(0)}${isCut ? '*' : ''}`;
}

/** Mean over 1 second or 300 generations, since eigendecompositions come only now and then. */
function generationTime(n, create) {
  const objective = objectives.ellipsoid.create(n);
  const strategy = create({ start: new Float64Array(n).fill(0.5), sigma: 0.3 });
  let spent = 0;
  let generations = 0;
  for (; generations < 300 && spent < 1000; generations++) {
    const before = processorTime();
    const candidates = strategy.ask();
    const asked = processorTime();
    const values = candidates.map(objective);
    const evaluated = processorTime();
    strategy.tell(values);
    spent += processorTime() - evaluated + asked - before;
  }
  return spent / generations;
}

/** Milliseconds of this process, so that others on the machine do not count. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
