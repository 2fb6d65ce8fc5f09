import { useState } from 'preact/hooks';
import { DropArea } from '../page/drop-area.js';
import { FileButton } from '../page/file-button.js';
import { formatMicroseconds } from '../page/format.js';
import { ImageCanvas } from '../page/image-canvas.js';
import { Step } from '../page/step.js';
import { attempt, type Session, type Trial } from '../session/session.js';
import { tryFile } from '../session/try-image.js';
import { CloserLook } from './closer-look.js';
import { LiveCamera } from './live-camera.js';
import { ProbabilityBars } from './probability-bars.js';
import { UnseenImages } from './unseen-images.js';

/** The third step: what the model says of images it has not seen. */
export function Try({ session }: { readonly session: Session }) {
  const { model, trial } = session;
  const [camera, setCamera] = useState(false);
  const facts = model.value;
  return (
    <Step
      number={3}
      id="try"
      title="Try"
      hint="An image that it has not seen, or what the camera shows."
    >
      {facts === undefined ? (
        <p class="card hint empty">Train a model, or open one, to try it here.</p>
      ) : (
        <div class="card">
          <div class="row">
            <FileButton
              text="Choose an image"
              accept="image/*"
              onFiles={([file]) => attempt(session, () => file && tryFile(session, file))}
            />
            <button type="button" aria-pressed={camera} onClick={() => setCamera(!camera)}>
              Live camera
            </button>
          </div>
          {camera ? (
            <LiveCamera session={session} onClose={() => setCamera(false)} />
          ) : (
            <DropArea
              class="trial"
              onFiles={([group]) =>
                attempt(session, () => group && tryFile(session, group.files[0]))
              }
            >
              {trial.value ? (
                <Answered trial={trial.value} labels={facts.labels} />
              ) : (
                <p class="hint empty">Drop or paste an image here.</p>
              )}
            </DropArea>
          )}
          <UnseenImages session={session} />
          <CloserLook session={session} />
        </div>
      )}
    </Step>
  );
}

function Answered({
  trial,
  labels,
}: {
  readonly trial: Trial;
  readonly labels: readonly string[];
}) {
  const { image, known, answer } = trial;
  if (answer === undefined) return null;
  const { probabilities, microseconds } = answer;
  const named = labels[probabilities.indexOf(Math.max(...probabilities))];
  return (
    <div class="answered">
      <figure>
        <ImageCanvas image={image} label="the image that is tried" />
      </figure>
      <div>
        <p class="verdict" aria-live="polite">
          <strong>{named}</strong>
          {known !== undefined && (
            <span class={named === known ? 'is-right' : 'is-wrong'}>
              {named === known ? 'right' : `no, it is ${known}`}
            </span>
          )}
          <span class="hint">
            {image.width} × {image.height}
            {microseconds > 0 && `, classified in ${formatMicroseconds(microseconds)}`}
          </span>
        </p>
        <ProbabilityBars labels={labels} probabilities={probabilities} />
      </div>
    </div>
  );
}
