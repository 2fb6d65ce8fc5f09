import type { ModelChoice } from '../../costs/count-model.js';
import type { Table } from '../table.js';

/** Frames a second as a paper printed them on a machine of its own. */
export interface PrintedSpeed {
  readonly machine: string;
  /** Of the model alone, and with all that comes before it. */
  readonly fps: number;
  readonly whole: number;
}

export interface SpeedRow {
  readonly name: string;
  /** A model of this project, or MobileNetV2 at a width and a size. */
  readonly model: ModelChoice | { readonly alpha: number; readonly size: number };
  readonly printed?: readonly PrintedSpeed[];
}

/** A table of frames a second, one image at a time on one thread. */
export interface SpeedTable extends Pick<Table, 'name' | 'title' | 'about' | 'judged' | 'seeds'> {
  readonly kind: 'speed';
  readonly rows: readonly SpeedRow[];
}
