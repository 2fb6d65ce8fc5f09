import {
  type AugmentationSpec,
  augmentationNames,
  createAugmentation,
  createCopies,
  type Image,
  parseAugmentation,
  seededRandom,
} from '@sig/image-paths';

/** Pictures that stand beside each other under one name. */
export interface SheetRow {
  readonly name: string;
  /** A second line: for an augmentation, what to write for it. */
  readonly detail: string;
  readonly pictures: readonly Image[];
}

export interface SheetRowsOptions {
  /** All of them, with their default amounts, when left out. */
  readonly augment?: readonly AugmentationSpec[];
  readonly copies?: readonly AugmentationSpec[];
  /** Pictures of each augmentation. */
  readonly draws: number;
  readonly seed: number;
}

/** An image and what augmentations make of it: each alone, a list of several also all together. */
export function sheetRows(
  image: Image,
  { augment, copies = [], draws, seed }: SheetRowsOptions,
): SheetRow[] {
  const pixels = Uint8Array.from(image.data);
  const changed = (change: (target: Uint8Array) => void): Image => {
    const data = new Uint8Array(pixels.length);
    change(data);
    return { ...image, data };
  };
  const drawn = (specs: readonly AugmentationSpec[], place: number): Image[] => {
    const apply = createAugmentation(specs);
    // A generator of its own for each row: another row leaves this one as it is.
    const random = seededRandom(place * 2 ** 32 + seed);
    return Array.from({ length: draws }, () =>
      changed((target) => apply(pixels, image, target, random)),
    );
  };
  const specs = parseAugmentation(augment ?? augmentationNames.map((name) => ({ name })));
  const rows: SheetRow[] = [
    { name: 'original', detail: `${image.width} × ${image.height}`, pictures: [image] },
    ...specs.map((spec, place) => ({
      name: spec.name,
      detail: `${spec.name}:${spec.amount}`,
      pictures: drawn([spec], place + 1),
    })),
  ];
  if (augment !== undefined && specs.length > 1) {
    rows.push({ name: 'all together', detail: 'one after another', pictures: drawn(specs, 0) });
  }
  const made = createCopies(copies, { seed });
  copies.forEach(({ name, amount }, place) => {
    const picture = changed((target) => made.write(place, 0, pixels, image, target));
    rows.push({ name: 'copy', detail: `${name}:${amount}`, pictures: [picture] });
  });
  return rows;
}
