import type { SetsTable } from '../sets/sets-table.js';

/** Table 9: the sets. */
export const sets: SetsTable = {
  kind: 'sets',
  name: 'imagesig/9',
  title: 'ImageSig, table 9: the sets',
  about:
    'Images of each class and their weights n / (classes · n_c), as printed for the sets of the paper and as counted in those that stand for them here.',
  judged: 'test',
  seeds: [0],
  rows: [
    {
      set: 'fire',
      paper: {
        name: 'Fire (private)',
        classes: [
          ['train', 'fire', 4097, 1.84],
          ['train', 'no fire', 11_055, 0.68],
          ['test', 'fire', 960],
          ['test', 'no fire', 2800],
        ],
      },
      notes: ['15,152 / (2 · 4,097) is 1.849 and 15,152 / (2 · 11,055) 0.685: the paper cuts off.'],
    },
    {
      set: 'fog',
      paper: {
        name: 'Fog (WeatherNet)',
        classes: [
          ['train', 'fog', 589, 2.93],
          ['train', 'no fog', 2860, 0.6],
          ['test', 'fog', 129],
          ['test', 'no fog', 769],
        ],
      },
      notes: ['The paper’s text has 3,627 images without fog, its table 3,629.'],
    },
    {
      set: 'crack',
      paper: {
        name: 'Concrete crack',
        classes: [
          ['train', 'negative', 16_000, 1],
          ['train', 'positive', 16_000, 1],
          ['test', 'negative', 4000],
          ['test', 'positive', 4000],
        ],
      },
    },
    {
      set: 'smile',
      paper: {
        name: 'CelebA',
        classes: [
          ['train', 'all', 162_770],
          ['validation', 'all', 19_867],
          ['test', 'all', 19_962],
        ],
      },
    },
    { set: 'imagenette' },
  ],
};
