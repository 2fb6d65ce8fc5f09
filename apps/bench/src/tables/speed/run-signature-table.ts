import { createSignatureEngine } from '@sig/tensor-algebra';
import { measureShape } from '../../signature/measure-shape.js';
import type { SignatureFigure, SignatureTable, SignatureTableResult } from './signature-table.js';

/** Measures every shape with every number of threads. */
export async function runSignatureTable(
  table: SignatureTable,
  {
    quick = false,
    onExperiment,
  }: {
    readonly quick?: boolean;
    readonly onExperiment?: (name: string, done: number, total: number) => void;
  } = {},
): Promise<SignatureTableResult> {
  const { kind, name, title, about, judged, rows, seconds, quickSeconds } = table;
  const engines = await Promise.all(
    table.threads.map((threads) => createSignatureEngine({ threads })),
  );
  const figures: SignatureFigure[][] = [];
  try {
    for (const [at, shape] of rows.entries()) {
      const { channels, depth, length } = shape;
      onExperiment?.(`${channels} channels, depth ${depth}, ${length} points`, at, rows.length);
      figures.push(measureShape(shape, engines, quick ? quickSeconds : seconds));
    }
  } finally {
    for (const engine of engines) engine.close();
  }
  return { kind, name, title, about, judged, quick, rows, times: { rows: figures } };
}
