import { equalBudgets } from './beyond/equal-budgets.js';
import { cascadeImagenette } from './cascade/imagenette.js';
import { cascadeReport } from './cascade/report.js';
import type { CascadeTable } from './cascade-table.js';
import { fieldAblation } from './field/ablation.js';
import { crack } from './heads/crack.js';
import { imagenette } from './heads/imagenette.js';
import { batches, batchesAndDepths } from './imagesig/batches.js';
import { concrete } from './imagesig/concrete.js';
import { depths } from './imagesig/depths.js';
import { faces } from './imagesig/faces.js';
import { fire } from './imagesig/fire.js';
import { fog } from './imagesig/fog.js';
import { logarithms } from './imagesig/logarithms.js';
import { neurons } from './imagesig/neurons.js';
import { quantized } from './imagesig/quantized.js';
import { sets } from './imagesig/sets.js';
import { speed } from './imagesig/speed.js';
import { bytes } from './knn-slice/bytes.js';
import type { DigitsTable } from './knn-slice/digits-table.js';
import { slides } from './knn-slice/slides.js';
import type { PaperTable } from './paper/paper-table.js';
import type { PrototypeTable } from './prototype-table.js';
import { readTable } from './read-table.js';
import type { ResNetTable } from './res-net-table.js';
import type { SetsTable } from './sets/sets-table.js';
import { pipelineSpeed } from './speed/pipeline.js';
import type { PipelineTable } from './speed/pipeline-table.js';
import { signatureSpeed } from './speed/signature.js';
import type { SignatureTable } from './speed/signature-table.js';
import type { SpeedTable } from './speed/speed-table.js';
import type { Table } from './table.js';
import { losses } from './training/losses.js';

/** Every table, in the order in which `all` runs them. */
export const tables: readonly AnyTable[] = [
  fire,
  fog,
  faces,
  concrete,
  depths,
  logarithms,
  quantized,
  speed,
  sets,
  neurons,
  batches,
  batchesAndDepths,
  equalBudgets,
  crack,
  imagenette,
  fieldAblation,
  losses,
  cascadeReport,
  cascadeImagenette,
  bytes,
  slides,
  signatureSpeed,
  pipelineSpeed,
];

/** A table of any kind. */
export type AnyTable =
  | Table
  | PaperTable
  | SetsTable
  | SpeedTable
  | SignatureTable
  | PipelineTable
  | PrototypeTable
  | DigitsTable
  | CascadeTable
  | ResNetTable;

/**
 * The tables of a name: one, those of a folder (`heads`), `all`, or one in a JSON file of your own.
 *
 * @throws RangeError when there is none.
 */
export function findTables(name: string): readonly AnyTable[] {
  if (name.endsWith('.json')) return [readTable(name)];
  const found = tables.filter(
    (table) => name === 'all' || table.name === name || table.name.startsWith(`${name}/`),
  );
  if (found.length > 0) return found;
  throw new RangeError(
    `there is no table ${name}; there are ${tables.map((table) => table.name).join(', ')}, all, or the place of a .json file`,
  );
}
