/**
 * @typedef {object} Figures
 * @property {string} network
 * @property {number} threads
 * @property {number} decode microseconds an image, once a training
 * @property {number} augment microseconds an image, in every epoch, as are the next two
 * @property {number} features
 * @property {number} step
 */

const STAGES = /** @type {const} */ (['decode', 'augment', 'features', 'step']);
const LABELS = {
  decode: 'decode and resize',
  augment: 'augment',
  features: 'features',
  step: 'layers and optimiser',
};

/**
 * Each stage's time an image and its share, for an image that is seen once and over a whole training,
 * in which it is decoded once.
 *
 * @param {readonly Figures[]} figures
 * @param {number} epochs
 */
export function pipelineTable(figures, epochs) {
  const titles = [
    'network',
    'threads',
    'stage',
    'µs an image',
    'images/s',
    'one epoch',
    `${epochs} epochs`,
  ];
  const rows = figures.flatMap((figure) => {
    const { network, threads, decode } = figure;
    const seen = (/** @type {typeof STAGES[number]} */ stage) => (stage === 'decode' ? 1 : epochs);
    const once = STAGES.reduce((sum, stage) => sum + figure[stage], 0);
    const all = STAGES.reduce((sum, stage) => sum + figure[stage] * seen(stage), 0);
    const line = (/** @type {string} */ label, /** @type {number} */ time) => [
      network,
      `${threads}`,
      label,
      time.toFixed(1),
      (1e6 / time).toFixed(0),
    ];
    return [
      ...STAGES.map((stage) => [
        ...line(LABELS[stage], figure[stage]),
        percent(figure[stage] / once),
        percent((figure[stage] * seen(stage)) / all),
      ]),
      [...line('all in the first epoch', once), '', ''],
      [...line('all in a later epoch', once - decode), '', ''],
    ];
  });
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((cells) => cells[column].length)),
  );
  const print = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, column) => cell.padStart(widths[column])).join(' | ')} |`;
  const rule = `|${widths.map((width) => `${'-'.repeat(width + 1)}:`).join('|')}|`;
  return [print(titles), rule, ...rows.map(print)].join('\n');
}

/** @param {number} share */
function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
