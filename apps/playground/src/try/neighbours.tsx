import type { LabelledImages, Neighbour } from '../link/learner.js';
import { ImageCanvas } from '../page/image-canvas.js';

export interface NeighboursProps {
  readonly neighbours: readonly Neighbour[];
  readonly lesson: LabelledImages;
}

/** The images that are nearest, which voted. */
export function Neighbours({ neighbours, lesson }: NeighboursProps) {
  return (
    <>
      <p class="hint">The nearest of the images that it has learnt, nearest first.</p>
      <ul class="neighbours">
        {neighbours.map(({ image, label, distance }) => (
          <li key={image} data-hue={label % 8}>
            <ImageCanvas
              image={lesson.images[image]}
              label={`an image of ${lesson.classes[label]}`}
            />
            <strong>{lesson.classes[label]}</strong>
            <span class="hint">{distance.toPrecision(3)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
