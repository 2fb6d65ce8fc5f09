import { html, linePlot, type Markup, type Point, type Series } from '@sig/heads/plots';
import { formatPercent } from '../output/format.js';
import type { ReportFacts } from './report-facts.js';
import { section } from './section.js';

/** Loss, accuracy and learning rate over the epochs. */
export function curvesSection({ history = [], epoch }: ReportFacts): Markup | undefined {
  if (history.length === 0) return undefined;
  const points = (value: (report: (typeof history)[number]) => number | undefined): Point[] =>
    history.map((report) => [report.epoch, value(report) ?? Number.NaN]);
  const pair = (training: Point[], validation: Point[]): Series[] => {
    if (validation.every(([, value]) => Number.isNaN(value))) return [{ points: training }];
    return [
      { name: 'training', points: training },
      {
        name: 'validation',
        points: validation,
        colour: 'orange',
        mark: validation.find(([at]) => at === epoch),
      },
    ];
  };
  const x = { label: 'epoch', format: (value: number) => (value % 1 === 0 ? String(value) : '') };
  const size = { width: 330 };
  const plots = [
    linePlot(
      pair(
        points(({ loss }) => loss),
        points(({ validationLoss }) => validationLoss),
      ),
      { ...size, title: 'Loss', x },
    ),
    linePlot(
      pair(
        points(({ accuracy }) => accuracy),
        points(({ validationAccuracy }) => validationAccuracy),
      ),
      { ...size, title: 'Accuracy', x, y: { format: (share) => formatPercent(share, 0) } },
    ),
    linePlot([{ points: points(({ learningRate }) => learningRate), colour: 'purple' }], {
      ...size,
      title: 'Learning rate',
      x,
    }),
  ];
  return section(
    'Training',
    `${history.length} epochs; the model has the weights of epoch ${epoch}. Training figures are taken with augmentation and dropout on, the learning rate is that of an epoch's last step.`,
    html`<div class="wide">${plots.map((markup) => ({ markup }))}</div>`,
  );
}
