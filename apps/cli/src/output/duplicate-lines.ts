import type { DuplicateImages, Duplicates } from '../data/duplicate-images.js';
import { formatCount } from './format.js';
import { visibleText } from './visible-text.js';

/** Groups that are named before the rest is only counted. */
const NAMED = 3;

/** Files of a group that are named. */
const FILES = 3;

/** What is said about images that are where they should not be; no lines where there are none. */
export function duplicateLines({ trainAndTest, acrossClasses }: DuplicateImages): string[] {
  return [
    ...warning(trainAndTest, (images) => {
      const are = images === 1 ? '1 test image is' : `${formatCount(images)} test images are`;
      return `${are} also in the train part, which makes the test figures too good`;
    }),
    ...warning(acrossClasses, (images) => {
      const are = images === 1 ? '1 image is' : `${formatCount(images)} images are`;
      return `${are} in several classes of the train part, which cannot all be right`;
    }),
  ];
}

function warning(groups: readonly Duplicates[], says: (images: number) => string): string[] {
  if (groups.length === 0) return [];
  const lines = groups.slice(0, NAMED).map((files) => {
    const more = files.length > FILES ? ` and ${files.length - FILES} more` : '';
    return `  ${visibleText(files.slice(0, FILES).join(' = '))}${more}`;
  });
  if (groups.length > NAMED) lines.push(`  and ${formatCount(groups.length - NAMED)} more`);
  return [`warning: ${says(groups.length)}:`, ...lines];
}
