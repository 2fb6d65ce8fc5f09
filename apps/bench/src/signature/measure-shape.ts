import { logSignature, type SignatureEngine, signature, signatureVjp } from '@sig/tensor-algebra';
import ndarray from 'ndarray';
import {
  SIGNATURE_TASKS,
  type SignatureFigure,
  type SignatureShape,
  type SignatureTask,
} from '../tables/speed/signature-table.js';
import { medianMicroseconds } from './median-microseconds.js';
import { operations } from './operations.js';

/** Figures of one shape on each engine, float32, with checks and copies. */
export function measureShape(
  shape: SignatureShape,
  engines: readonly SignatureEngine[],
  seconds: number,
): SignatureFigure[] {
  const { channels, depth, length, unit, units } = shape;
  const batch = unit * units;
  const data = Float32Array.from(
    { length: batch * length * channels },
    (_, at) => Math.sin(at * at) * 0.1,
  );
  const paths = ndarray(data, [batch, length, channels]);
  const cotangent = signature(paths, depth);
  const coordinates = 'lyndon-brackets';
  // Results go into arrays made before: what is measured is the work, not the garbage collector.
  const signatures = ndarray(new Float32Array(cotangent.size), cotangent.shape);
  const logs = logSignature(paths, depth, { coordinates });
  const gradients = ndarray(new Float32Array(data.length), paths.shape);
  return engines.flatMap((engine) => {
    const tasks: Record<SignatureTask, () => void> = {
      signature: () => signature(paths, depth, { engine, out: signatures }),
      logSignature: () => logSignature(paths, depth, { coordinates, engine, out: logs }),
      vjp: () => signatureVjp(paths, depth, cotangent, { engine, out: gradients }),
    };
    return SIGNATURE_TASKS.map((task): SignatureFigure => {
      const microseconds = medianMicroseconds(tasks[task], seconds) / units;
      const gigaflops = (operations(task, shape) * unit) / (microseconds * 1000);
      return { task, threads: engine.threads, microseconds, gigaflops };
    });
  });
}
