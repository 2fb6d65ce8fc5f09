import type { ComponentChildren } from 'preact';

export interface StepProps {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly children: ComponentChildren;
}

/** One of the three steps of the page. */
export function Step({ number, id, title, hint, children }: StepProps) {
  return (
    <section class="step" id={id} aria-labelledby={`${id}-title`}>
      <header class="step-head">
        <span class="step-number" aria-hidden="true">
          {number}
        </span>
        <h2 id={`${id}-title`}>{title}</h2>
        <p class="hint">{hint}</p>
      </header>
      {children}
    </section>
  );
}
