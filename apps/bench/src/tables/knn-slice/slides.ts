import type { DigitCounts } from '../../digits/digit-counts.js';
import type { EvolvedFilters, Filters, Neighbourhood } from '../../digits/digit-experiment.js';
import type { Neurons } from '../../digits/slides-layers.js';
import type { DigitsRow, DigitsTable } from './digits-table.js';

/** The nine neighbours of the slides, between the features as they are. */
const PLAIN: Neighbourhood = { k: 9, shifts: 1 };

/** References shifted by a pixel too, between discriminants: chosen on training digits. */
const FITTED: Neighbourhood = {
  k: 9,
  shifts: 9,
  projection: { subclasses: 3, shrinkage: 0.1 },
};

const SMALL: DigitCounts = '4000/1000';
const WHOLE: DigitCounts = '60000/10000';

/** What the slides print: 4000/1000 after 5 epochs, 60000/10000 after 5, 4000/1000 after 20. */
const PRINTED: readonly [Neurons, number, number, number][] = [
  [128, 0.975, 0.9991, 0.98],
  [64, 0.97, 0.9896, 0.975],
  [32, 0.97, 0.9898, 0.975],
  [16, 0.961, 0.9865, 0.974],
  [8, 0.875, 0.978, 0.965],
];

const networks = (digits: DigitCounts, epochs: 5 | 20): DigitsRow[] =>
  PRINTED.map(([neurons, small, whole, long]) => ({
    name: `${neurons} neurons, ${epochs} epochs`,
    experiment: { kind: 'network', neurons, digits, epochs },
    paper: digits === WHOLE ? whole : epochs === 5 ? small : long,
  }));

const nearest = (
  name: string,
  filters: Filters,
  digits: DigitCounts,
  neighbourhood: Neighbourhood,
  paper?: number,
): DigitsRow => ({
  name: neighbourhood === PLAIN ? `${name}, plain k-NN` : `${name}, shifts and discriminants`,
  experiment: { kind: 'k-nn', filters, digits, neighbourhood },
  paper,
});

const slices = (digits: DigitCounts): DigitsRow[] => {
  const small = digits === SMALL;
  const evolved = (
    strategy: EvolvedFilters['strategy'],
    protocol: EvolvedFilters['protocol'],
    seconds: number,
  ): DigitsRow =>
    nearest(
      `${strategy === 'pso' ? 'PSO' : 'CMA-ES'} for ${seconds} s, ${protocol}`,
      { kind: 'evolved', strategy, protocol, seconds },
      digits,
      FITTED,
      strategy === 'pso' ? (small ? 0.973 : 0.9852) : small ? 0.975 : 0.9857,
    );
  const trained = (on: DigitCounts, epochs: number, neighbourhood: Neighbourhood): DigitsRow =>
    nearest(
      `back-propagated on ${on === SMALL ? '4,000' : '60,000'}, ${epochs} epochs`,
      { kind: 'back-propagated', digits: on, epochs },
      digits,
      neighbourhood,
    );
  return [
    nearest('pixels', { kind: 'pixels' }, digits, PLAIN),
    nearest('random filters', { kind: 'random' }, digits, PLAIN),
    nearest('random filters', { kind: 'random' }, digits, FITTED),
    evolved('cma-es', 'as published', 100),
    evolved('pso', 'as published', 100),
    evolved('cma-es', 'honest', 240),
    evolved('pso', 'honest', 100),
    ...(small ? [trained(SMALL, 20, PLAIN), trained(SMALL, 20, FITTED)] : []),
    trained(WHOLE, 3, PLAIN),
    trained(WHOLE, 3, FITTED),
  ];
};

export const slides: DigitsTable = {
  kind: 'digits',
  name: 'knn-slice/slides',
  title: 'MNIST: dense layers, or the nearest neighbours of convolutions',
  about:
    'The table of the slides (Radu 2019, “Hybrid Deep Learning Topology for Image Classification”), measured: ' +
    'the first 4,000 or all 60,000 training digits, the first 1,000 or all 10,000 test digits, one seed. The ' +
    'interval is Wilson’s, at 95 %. Networks: Adam, batches of 32, constant learning rate 0.001, so that 5 ' +
    'epochs are the first of 20. k-NN: k = 9, majority votes; plain is between the 1,600 activations; with ' +
    'shifts and discriminants each reference also counts shifted by one pixel in eight directions, and ' +
    'distances are between the 29 linear discriminants of three subclasses a digit, fitted in closed form on ' +
    'the training digits (shrinkage 0.1). Evolved: random filters whose second convolution is evolved filter ' +
    'by filter (serial) with soft votes as fitness, always on the first 4,000 training digits; honest ' +
    'measures fitness on training digits alone, as published on the first 1,000 test digits, so that such a ' +
    'figure is none for new digits. Discriminants, shifts and k were chosen on training digits 4,001 to 9,000. ' +
    'What evolution adds is the distance to random filters behind the same k-NN. Bytes are those of float32: ' +
    'filters and projection, and with the references. Seconds: to train or evolve and to fit, and to judge, ' +
    'on a busy machine.',
  seeds: [0],
  rows: [
    ...networks(SMALL, 5),
    ...networks(SMALL, 20),
    ...slices(SMALL),
    ...networks(WHOLE, 5),
    ...slices(WHOLE),
  ],
};
