import type { Method } from '../link/learner.js';
import { FileButton } from '../page/file-button.js';
import { formatSeconds, plural } from '../page/format.js';
import { Step } from '../page/step.js';
import { withoutEmpty } from '../session/classes.js';
import { learn } from '../session/learn.js';
import { openModelFile } from '../session/model-files.js';
import { attempt, isBusy, type Run, type Session } from '../session/session.js';
import { LearningCurve } from './learning-curve.js';
import { ModelPanel } from './model-panel.js';
import { TrainingOptions } from './training-options.js';

const METHODS: readonly (readonly [Method, string, string])[] = [
  ['network', 'Train a network', 'seconds to minutes; the smallest file'],
  ['neighbours', 'Nearest neighbours', 'at once, from five images a class'],
];

/** The second step: a model of what was gathered. */
export function Train({ session }: { readonly session: Session }) {
  const { classes, method, curve, run, learner } = session;
  const kept = withoutEmpty(classes.value);
  const images = kept.reduce((sum, one) => sum + one.images.length, 0);
  const busy = isBusy(session);
  const shown = run.value?.what === 'network' ? run.value.curve : curve.value;
  return (
    <Step
      number={2}
      id="train"
      title="Train"
      hint="Everything is computed on this machine, in this page."
    >
      <div class="card">
        <fieldset class="methods" disabled={busy}>
          <legend class="visually-hidden">How to learn</legend>
          {METHODS.map(([value, name, hint]) => (
            <label key={value} class="method">
              <input
                type="radio"
                name="method"
                value={value}
                checked={method.value === value}
                onChange={() => {
                  method.value = value;
                }}
              />
              <span>
                <strong>{name}</strong>
                <span class="hint">{hint}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div class="row">
          <button
            type="button"
            class="primary"
            disabled={busy}
            onClick={() => attempt(session, () => learn(session))}
          >
            {method.value === 'network' ? 'Train' : 'Learn at once'}
          </button>
          {busy && (
            <button type="button" onClick={() => learner.stop()}>
              Stop
            </button>
          )}
          <span class="hint">
            {plural(images, 'image')} in {plural(kept.length, 'class', 'classes')}
          </span>
          <span class="spacer" />
          <FileButton
            text="Open a model"
            accept=".safetensors"
            disabled={busy}
            onFiles={([file]) => attempt(session, () => file && openModelFile(session, file))}
          />
        </div>
        <TrainingOptions session={session} />
        {run.value && <RunProgress run={run.value} />}
        {shown && shown.loss.length > 1 && <LearningCurve curve={shown} />}
        {!busy && <ModelPanel session={session} />}
      </div>
    </Step>
  );
}

/** How far a training is, and what it will still take. */
export function RunProgress({ run: { progress } }: { readonly run: Run }) {
  const left = progress?.secondsLeft;
  return (
    <div class="progress">
      <progress value={progress?.done ?? 0} max={1} aria-label="progress of the training" />
      <p class="hint">
        {progress ? `epoch ${progress.epoch} of ${progress.epochs}` : 'getting the images ready'}
        {left !== undefined && ` · about ${formatSeconds(left)} left`}
      </p>
    </div>
  );
}
