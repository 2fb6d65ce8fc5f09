import { heatMap, heatScale } from '@sig/heads/plots';
import type { Inside } from '../link/learner.js';
import { ImageCanvas } from '../page/image-canvas.js';
import { type WordGroup, wordGroups } from './word-names.js';

/** Deeper levels are not drawn: they have hundreds of words. */
const LEVELS = 4;

/** The features of an image: a map of streams and words, or of a field a small map for each word. */
export function Signature({ inside }: { readonly inside: Inside }) {
  const groups = wordGroups(inside).filter(({ words }) => words[0].length <= LEVELS);
  if (groups.length === 0) {
    return (
      <p class="hint">This model is given bare pixels; there is no signature of them to draw.</p>
    );
  }
  return (
    <>
      {inside.paths && <LearnedPaths letters={inside.letters} paths={inside.paths} />}
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
function LearnedPaths({
  letters,
  paths: { shape, values },
}: Required<Pick<Inside, 'letters' | 'paths'>>) {
  return (
    <>
      <p class="hint">The model has learned these channels; the signatures below are theirs.</p>
      <div class="signature">
        <FieldGroup
          shape={shape}
          values={values}
          group={{ name: 'learned paths', start: 0, words: letters }}
        />
      </div>
    </>
  );
}

interface GroupProps {
  readonly inside: Inside;
  readonly group: WordGroup;
}

interface FieldGroupProps {
  /** [down, across, channels] */
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
  readonly group: WordGroup;
}

function LevelMap({ inside: { shape, features }, group: { name, start, words } }: GroupProps) {
  const [streams, width] = shape;
  const values = Float32Array.from(
    { length: streams * words.length },
    (_, at) => features[Math.floor(at / words.length) * width + start + (at % words.length)],
  );
  const map = heatMap({ width: words.length, height: streams, values });
  return (
    <figure class="level">
      <ImageCanvas image={map} label={`${name}: ${streams} streams by ${words.length} words`} />
      <figcaption>
        <strong>{name}</strong> {words.length <= 4 && words.join(' ')}
      </figcaption>
    </figure>
  );
}

function FieldGroup({ shape, values, group: { name, start, words } }: FieldGroupProps) {
  const [down, across, channels] = shape;
  const maps = words.map((_, word) =>
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
          <li key={words[word]}>
            <ImageCanvas
              image={heatMap({ width: across, height: down, values: map }, scale)}
              label={`${name}, word ${words[word]}`}
            />
            <span>{words[word]}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
