import { UsageError } from '../errors.js';
import { kebab } from '../options/kebab.js';
import { type HeadName, isHeadName } from '../options/parse-head.js';
import type { TrainSettings } from '../options/train-settings.js';

/** Refuses options of which one is not for another, or not for these classes. */
export function checkSettings(classes: readonly string[], settings: TrainSettings): void {
  const { classWeights, positive, limit, patience, validation, head, transform } = settings;
  if (head === 'separable' && (transform !== 'pixels' || settings.direction !== 'rows')) {
    throw new UsageError('--head separable looks at images; it needs --transform pixels and rows');
  }
  if (head === 'field' && transform !== 'field') {
    throw new UsageError(`--head field takes a field, got --transform ${transform}; leave it out`);
  }
  if (head === 'learned-field' && transform !== 'pixels') {
    throw new UsageError(
      `--head learned-field looks at pixels, got --transform ${transform}; leave it out`,
    );
  }
  checkHeadOptions(settings);
  if (typeof classWeights === 'object' && classWeights.length !== classes.length) {
    throw new UsageError(
      `--class-weights must have one number for each of the ${classes.length} classes (${classes.join(', ')}), got ${classWeights.length}`,
    );
  }
  if (positive !== undefined && !(classes.length === 2 && classes.includes(positive))) {
    throw new UsageError(
      `--positive must be one of two classes, got ${positive}; the classes are ${classes.join(', ')}`,
    );
  }
  if (limit !== undefined && limit < classes.length) {
    throw new UsageError(
      `--limit must leave an image for each of the ${classes.length} classes, got ${limit}`,
    );
  }
  if (patience !== undefined && validation === 0) {
    throw new UsageError('--patience needs validation images; give --validation a share above 0');
  }
}

/** The heads that have an option; one of a module gets them all. */
const HEADS_WITH: readonly (readonly [option: keyof TrainSettings, heads: readonly HeadName[]])[] =
  [
    ['widths', ['separable', 'field', 'learned-field']],
    ['strides', ['field', 'learned-field']],
    ['paths', ['learned-field']],
    ['frontStride', ['learned-field']],
    ['normalise', ['learned-field']],
    ['pool', ['field', 'learned-field']],
  ];

/** Refuses options of other heads. */
function checkHeadOptions(settings: TrainSettings): void {
  const { head } = settings;
  if (!isHeadName(head)) return;
  for (const [option, heads] of HEADS_WITH) {
    if (settings[option] === undefined || heads.includes(head)) continue;
    const which = heads.length > 1 ? 'the heads' : '--head';
    throw new UsageError(
      `--${kebab(option)} is for ${which} ${heads.join(', ')}, got --head ${head}`,
    );
  }
}
