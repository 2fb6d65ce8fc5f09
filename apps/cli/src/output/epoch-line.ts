import type { EpochReport } from '@sig/heads';
import { formatCount, formatPercent, formatSeconds } from './format.js';

/** One line about an epoch that is over; `*` marks the best one so far. */
export function epochLine(report: EpochReport, secondsLeft: number): string {
  const { epoch, epochs, loss, accuracy, validationAccuracy, validationLoss, best } = report;
  const parts = [
    `epoch ${String(epoch).padStart(String(epochs).length)}/${epochs}`,
    `loss ${loss.toFixed(4)}`,
    `accuracy ${formatPercent(accuracy)}`,
  ];
  if (validationAccuracy !== undefined && validationLoss !== undefined) {
    parts.push(`validation ${validationLoss.toFixed(4)}, ${formatPercent(validationAccuracy)}`);
  }
  parts.push(`${formatCount(report.imagesPerSecond)} images/s`);
  parts.push(secondsLeft > 0 ? `${formatSeconds(secondsLeft)} left` : 'done');
  return parts.join(' · ') + (best ? ' *' : '');
}
