import type { ChosenHead } from '../training/settle-head.js';

/** What `--head auto` has taken, in a line. */
export function chosenHeadLine({ preset, cost: { params, bytes, macs, ms } }: ChosenHead): string {
  const figures = [
    `${params.toLocaleString('en')} parameters`,
    `about ${bytes.toLocaleString('en')} bytes in int8`,
    `${(macs / 1e6).toFixed(2)} million multiply-adds`,
    ...(ms === undefined ? [] : [`${ms.toPrecision(3)} ms here`]),
  ];
  return `head: a learned field, preset ${preset}: ${figures.join(', ')}`;
}
