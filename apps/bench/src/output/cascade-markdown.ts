import type { CascadeTableResult, OperatingPoint } from '../tables/cascade-table.js';
import { markdownTable } from './markdown-table.js';
import { quickMark } from './quick-mark.js';

/** Stages alone, thresholds that were chosen, and what they came to. */
export function cascadeMarkdown(result: CascadeTableResult): string {
  const {
    title,
    about,
    quick,
    images,
    stages,
    rule: taken,
    mixed,
    rules,
    points,
    times: { points: timed },
    together,
  } = result;
  const said = quickMark(quick);
  const alone = markdownTable([
    [
      'stage alone',
      'parameters',
      'MMAC',
      'ms',
      'ms to resize',
      'temperature',
      'mixed of',
      `right, ${images.heldOut.toLocaleString('en')} held out`,
      `right, ${images.test.toLocaleString('en')} test`,
    ],
    ...stages.map(({ name, cost, times, temperature, mix, heldOutAccuracy, testAccuracy }) => [
      name,
      cost.params.toLocaleString('en'),
      (cost.macs / 1e6).toFixed(2),
      ...[
        times.milliseconds.toFixed(2),
        times.resizing.toFixed(2),
        temperature.toFixed(3),
        mix.map((share) => `${(100 * share).toFixed(0)} %`).join(' + '),
        percent(heldOutAccuracy),
        percent(testAccuracy),
      ].map(said),
    ]),
  ]);
  const chosen = markdownTable([
    [
      'thresholds with',
      'exit rule',
      'δ₀, δ₁',
      'held out',
      'test',
      'less the best stage',
      'MMAC',
      'ms',
      'saving',
      'exits',
      'ECE',
    ],
    ...[...points, ...timed].map((point) => {
      const [name, ...cells] = pointCells(point);
      return [name, ...cells.map(said)];
    }),
  ]);
  const tried = rules
    .map(
      ({ rule, mixed: isMixed, heldOutAccuracy }) =>
        `${isMixed ? 'mixed ' : ''}${rule} ${heldOutAccuracy.map(percent).join(' and ')}`,
    )
    .join(', ');
  const note = quick
    ? '\n\nA quick run: few epochs. Its figures are marked with *quick*; those of the paragraph below are of it too.'
    : '';
  const words = `Where both a cost and an accuracy are asked for, thresholds are those with the most room to the nearer of both on the held-out images, in standard errors (surestWithin of @sig/cascade). Else they are the most accurate on them within a budget 5 % below what is asked for, or the cheapest with an accuracy on them. All are by whichever exit rule is best for that on them, each stage by itself or mixed with those before it (held out, within both budgets of multiply-adds: ${tried}). Test, MMAC, ms, saving, exits and ECE (expected calibration error) are of the test images; the saving is how many times less than the best stage alone. The drawings are of ${mixed ? 'mixed ' : ''}${taken}. All stages asked about every image and mixed: ${percent(together.heldOutAccuracy)} held out, ${percent(together.testAccuracy)} on test, at ${(together.macs / 1e6).toFixed(2)} MMAC.`;
  return `## ${title}\n\n${about}${note}\n\n${alone}\n\n${words}\n\n${chosen}\n`;
}

function pointCells({ name, measure, budget = 0, chosen, cheapest = 0 }: OperatingPoint): string[] {
  if (chosen === undefined) {
    const amount = (cost: number) =>
      measure === 'macs' ? `${(cost / 1e6).toFixed(2)} M` : `${cost.toFixed(2)} ms`;
    const none =
      budget === 0 ? 'none' : `none: ${amount(budget)} asked for, at least ${amount(cheapest)}`;
    return [name, none, '', '', '', '', '', '', '', '', ''];
  }
  const { rule, mixed, thresholds, heldOut, test } = chosen;
  return [
    name,
    mixed ? `${rule}, mixed` : rule,
    thresholds
      .map((threshold) => (threshold === 'never' ? threshold : threshold.toFixed(3)))
      .join(', '),
    percent(heldOut.accuracy),
    percent(test.accuracy),
    `${test.gain < 0 ? '−' : '+'}${(100 * Math.abs(test.gain)).toFixed(2)}`,
    (test.macs / 1e6).toFixed(2),
    test.times.milliseconds.toFixed(2),
    `${test.saving.toFixed(2)} ×`,
    test.exits.map(({ share }) => `${(100 * share).toFixed(1)} %`).join(' · '),
    percent(test.calibrationError),
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
