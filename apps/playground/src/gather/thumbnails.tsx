import { useState } from 'preact/hooks';
import type { Pixels } from '../link/learner.js';
import { ImageCanvas } from '../page/image-canvas.js';

export interface ThumbnailsProps {
  readonly name: string;
  readonly images: readonly Pixels[];
  readonly onRemove: (place: number) => void;
}

/** So many are drawn before one asks for all. */
const FEW = 24;

/** The images of a class, the last first; a click takes one away. */
export function Thumbnails({ name, images, onRemove }: ThumbnailsProps) {
  const [all, setAll] = useState(false);
  const shown = all ? images.length : Math.min(FEW, images.length);
  const places = Array.from({ length: shown }, (_, at) => images.length - 1 - at);
  return (
    <>
      <ul class="thumbnails">
        {places.map((place) => (
          <li key={place}>
            <button
              type="button"
              class="thumbnail"
              aria-label={`remove image ${place + 1} of ${name}`}
              title="remove"
              onClick={() => onRemove(place)}
            >
              <ImageCanvas image={images[place]} label={`image ${place + 1} of ${name}`} />
            </button>
          </li>
        ))}
      </ul>
      {images.length > FEW && (
        <button type="button" class="plain" onClick={() => setAll(!all)}>
          {all ? 'show fewer' : `show all ${images.length}`}
        </button>
      )}
    </>
  );
}
