import { formatShare } from '../page/format.js';

export interface ProbabilityBarsProps {
  readonly labels: readonly string[];
  readonly probabilities: readonly number[];
}

/** A bar for each class, as long as the class is likely. */
export function ProbabilityBars({ labels, probabilities }: ProbabilityBarsProps) {
  const best = probabilities.indexOf(Math.max(...probabilities));
  return (
    <ul class="bars">
      {labels.map((label, place) => (
        <li key={label} data-hue={place % 8} class={place === best ? 'is-best' : ''}>
          <span class="bar-label">{label}</span>
          <span class="bar">
            <span class="bar-fill" style={{ width: `${100 * probabilities[place]}%` }} />
          </span>
          <data class="bar-value" value={probabilities[place]}>
            {formatShare(probabilities[place])}
          </data>
        </li>
      ))}
    </ul>
  );
}
