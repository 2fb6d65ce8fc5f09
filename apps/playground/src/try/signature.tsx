import { heatMap, heatScale } from '@sig/heads/plots';
import type { Inside, NamedGroup } from '../link/learner.js';
import { ImageCanvas } from '../page/image-canvas.js';

/** The features of an image: a map of streams and words, or of a field a small map for each word. */
export function Signature({ inside }: { readonly inside: Inside }) {
  const { groups } = inside;
  if (groups.length === 0) {
    return (
      <p class="hint">This model is given bare pixels; there is no signature of them to draw.</p>
    );
  }
  return (
    <>
      {inside.paths && <LearnedPaths paths={inside.paths} />}
      <p class="hint">
        {inside.transform === 'field'
          ? `Each map has a number for each window: the mean signature of its rows or columns, by words; ${inside.paths ? '12 is the first path, then the second' : 'rg is red, then green'}.`
          : 'Each line of a map is the signature of a row or column, each column a word: rg is red, then green; t is time.'}{' '}
        Blue is positive, orange negative.
      </p>
      <div class="signature">
        {groups.map((group) =>
          inside.transform === 'field' ? (
            <FieldGroup
              key={group.name}
              shape={inside.shape}
              values={inside.features}
              group={group}
            />
          ) : (
            <LevelMap key={group.name} inside={inside} group={group} />
          ),
        )}
      </div>
    </>
  );
}

/** The channels that a learned field computes of the pixels: what its signatures are of. */
function LearnedPaths({ paths: { names, shape, values } }: Required<Pick<Inside, 'paths'>>) {
  return (
    <>
      <p class="hint">The model has learned these channels; the signatures below are theirs.</p>
      <div class="signature">
        <FieldGroup
          shape={shape}
          values={values}
          group={{ name: 'learned paths', start: 0, count: names.length, names }}
        />
      </div>
    </>
  );
}

interface GroupProps {
  readonly inside: Inside;
  readonly group: NamedGroup;
}

interface FieldGroupProps {
  /** [down, across, channels] */
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
  readonly group: NamedGroup;
}

function LevelMap({ inside: { shape, features }, group: { name, start, names } }: GroupProps) {
  const [streams, width] = shape;
  const values = Float32Array.from(
    { length: streams * names.length },
    (_, at) => features[Math.floor(at / names.length) * width + start + (at % names.length)],
  );
  const map = heatMap({ width: names.length, height: streams, values });
  return (
    <figure class="level">
      <ImageCanvas image={map} label={`${name}: ${streams} streams by ${names.length} words`} />
      <figcaption>
        <strong>{name}</strong> {names.length <= 4 && names.join(' ')}
      </figcaption>
    </figure>
  );
}

function FieldGroup({ shape, values, group: { name, start, names } }: FieldGroupProps) {
  const [down, across, channels] = shape;
  const maps = names.map((_, word) =>
    Float32Array.from(
      { length: down * across },
      (_value, place) => values[place * channels + start + word],
    ),
  );
  const all = maps.flatMap((map) => [...map]);
  const scale = heatScale({ width: across * down, height: maps.length, values: all });
  return (
    <figure class="field">
      <figcaption>
        <strong>{name}</strong>
      </figcaption>
      <ul>
        {maps.map((map, word) => (
          <li key={names[word]}>
            <ImageCanvas
              image={heatMap({ width: across, height: down, values: map }, scale)}
              label={`${name}, word ${names[word]}`}
            />
            <span>{names[word]}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
