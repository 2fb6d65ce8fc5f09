import { formatBytes, formatCount, formatShare, plural } from '../page/format.js';
import { learnCascade } from '../session/learn.js';
import { attempt, isBusy, type Session } from '../session/session.js';
import { RunProgress } from '../train/train.js';
import { ProbabilityBars } from './probability-bars.js';

/** Two models, the small one first: which of them answered, and what that cost. */
export function CascadeView({ session }: { readonly session: Session }) {
  const { cascade, run, model } = session;
  const facts = cascade.value;
  if (model.value?.method === 'neighbours') {
    return <p class="hint">A cascade is made of networks; train one first.</p>;
  }
  return (
    <>
      <p class="hint">
        A second, smaller network looks at the image at half the size. It answers where it is sure;
        only where it is not, the large one is asked.
      </p>
      <div class="row">
        <button
          type="button"
          disabled={isBusy(session) || session.lesson.value === undefined}
          onClick={() => attempt(session, () => learnCascade(session))}
        >
          {facts ? 'Train the cascade again' : 'Train a cascade'}
        </button>
        {session.lesson.value === undefined && (
          <span class="hint">needs a network that was trained here</span>
        )}
      </div>
      {run.value?.what === 'cascade' && <RunProgress run={run.value} />}
      {facts && <Stages session={session} />}
    </>
  );
}

function Stages({ session }: { readonly session: Session }) {
  const { cascade, trial, learner, model } = session;
  const facts = cascade.value;
  if (facts === undefined) return null;
  const answer = trial.value?.cascade;
  const labels = model.value?.labels ?? [];
  const alone = facts.stages[facts.stages.length - 1].macs;
  const move = async (threshold: number): Promise<void> => {
    cascade.value = await learner.setThreshold(threshold);
    const tried = trial.value;
    if (tried) trial.value = { ...tried, cascade: await learner.askCascade(tried.image) };
  };
  return (
    <>
      <ol class="stages">
        {facts.stages.map(({ name, side, macs, bytes, accuracy, share }, place) => {
          const asked = answer?.asked[place];
          const answered = answer?.stage === place;
          return (
            <li key={name} class={`card stage ${answered ? 'is-answer' : ''}`}>
              <h3>
                {name} · {side} × {side}
                {answered && <span class="badge">answered</span>}
              </h3>
              <p class="hint">
                {formatCount(macs)} multiply-adds, {formatBytes(bytes)}; alone right on{' '}
                {formatShare(accuracy)}; answers {formatShare(share)} of the images
              </p>
              {asked && <ProbabilityBars labels={labels} probabilities={asked} />}
              {answer && !asked && <p class="empty">not asked</p>}
            </li>
          );
        })}
      </ol>
      <label class="threshold">
        <span>
          The small one answers from {facts.threshold > 1 ? 'never' : formatShare(facts.threshold)}{' '}
          on
        </span>
        <input
          type="range"
          min={0}
          max={1.01}
          step={0.01}
          value={facts.threshold}
          onInput={({ currentTarget }) => attempt(session, () => move(Number(currentTarget.value)))}
        />
      </label>
      <dl class="facts">
        <div>
          <dt>together right on {plural(facts.images, 'image')}</dt>
          <dd>{formatShare(facts.accuracy)}</dd>
        </div>
        <div>
          <dt>multiply-adds an image</dt>
          <dd>{formatCount(Math.round(facts.macs))}</dd>
        </div>
        <div>
          <dt>of the large one alone</dt>
          <dd>{formatShare(facts.macs / alone)}</dd>
        </div>
        {answer && (
          <div>
            <dt>this image</dt>
            <dd>{formatCount(Math.round(answer.macs))}</dd>
          </div>
        )}
      </dl>
      {!facts.heldOut && (
        <p class="hint">
          There were too few images to hold some out; it was judged on those it has learnt.
        </p>
      )}
    </>
  );
}
