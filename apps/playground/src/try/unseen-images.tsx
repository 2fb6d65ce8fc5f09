import { ImageCanvas } from '../page/image-canvas.js';
import { attempt, type Session } from '../session/session.js';
import { tryImage } from '../session/try-image.js';

const SHOWN = 18;

/** Images that the training did not see, to try one with a click. */
export function UnseenImages({ session }: { readonly session: Session }) {
  const { model, lesson, trial } = session;
  const heldOut = model.value?.heldOut ?? [];
  const images = lesson.value;
  if (images === undefined || heldOut.length === 0) return null;
  const every = Math.max(1, Math.floor(heldOut.length / SHOWN));
  const places = heldOut.filter((_, at) => at % every === 0).slice(0, SHOWN);
  return (
    <div class="unseen">
      <p class="hint">Images that the training has not seen:</p>
      <ul class="thumbnails">
        {places.map((place) => {
          const image = images.images[place];
          const known = images.classes[images.labels[place]];
          return (
            <li key={place}>
              <button
                type="button"
                class="thumbnail"
                aria-label={`try an image of ${known}`}
                aria-pressed={trial.value?.image === image}
                onClick={() => attempt(session, () => tryImage(session, image, known))}
              >
                <ImageCanvas image={image} label={`an image of ${known}`} />
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
