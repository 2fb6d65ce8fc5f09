const titles = [
  'channels',
  'depth',
  'length',
  'paths',
  'task',
  'threads',
  'µs',
  'GFLOP/s',
  'pySigLib µs',
  'times faster',
];

/**
 * Figures as a Markdown table.
 *
 * @param {readonly { shape: import('./shapes.mjs').Shape, figures: readonly import('./run-shape.mjs').Figure[] }[]} results
 */
export function table(results) {
  const rows = results.flatMap(({ shape, figures }) =>
    figures.map(({ task, threads, microseconds, gigaflops, reference }) => [
      shape.channels,
      shape.depth,
      shape.length,
      shape.units === 1 ? shape.unit : `${shape.unit}·${shape.units}`,
      task,
      threads,
      microseconds.toFixed(0),
      gigaflops.toFixed(1),
      reference ?? '',
      reference === undefined ? '' : (reference / microseconds).toFixed(1),
    ]),
  );
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => String(row[column]).length)),
  );
  const line = (/** @type {readonly unknown[]} */ cells) =>
    `| ${cells.map((cell, column) => String(cell).padStart(widths[column])).join(' | ')} |`;
  const rule = `|${widths.map((width) => `${'-'.repeat(width + 1)}:`).join('|')}|`;
  return [line(titles), rule, ...rows.map(line)].join('\n');
}
