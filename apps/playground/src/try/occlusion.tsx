import { heatMap } from '@sig/heads/plots';
import type { OcclusionMap, Pixels } from '../link/learner.js';
import { ImageCanvas } from '../page/image-canvas.js';

export interface OcclusionProps {
  readonly image: Pixels;
  readonly map: OcclusionMap;
  readonly labels: readonly string[];
}

/** Which parts of the image speak for the answer, over the image itself. */
export function Occlusion({ image, map, labels }: OcclusionProps) {
  const { values, width, height, label } = map;
  return (
    <div class="occlusion">
      <div class="overlay">
        <ImageCanvas image={image} label="the image" class="under" />
        <ImageCanvas
          image={heatMap({ width, height, values })}
          label={`what mattered for ${labels[label]}`}
          class="over"
        />
      </div>
      <p class="hint">
        Each part was covered once. Where it is blue, <strong>{labels[label]}</strong> became less
        likely without it; where it is orange, more.
      </p>
    </div>
  );
}
