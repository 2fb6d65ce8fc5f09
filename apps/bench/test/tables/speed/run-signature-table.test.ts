import { expect, it } from 'vitest';
import { runSignatureTable } from '../../../src/tables/speed/run-signature-table.js';
import { signatureSpeed } from '../../../src/tables/speed/signature.js';

it('measures every task of every shape with every number of threads, and keeps times apart', async () => {
  const shape = { ...signatureSpeed.rows[0], channels: 2, depth: 2, length: 5, unit: 4, units: 2 };
  const table = { ...signatureSpeed, rows: [shape], threads: [1, 2], quickSeconds: 0.001 };
  const { times, ...rest } = await runSignatureTable(table, { quick: true });
  expect(rest.rows).toEqual([shape]);
  expect(rest.quick).toBe(true);
  expect(times.rows[0].map(({ task, threads }) => `${task} ${threads}`)).toEqual([
    ...['signature 1', 'logSignature 1', 'vjp 1'],
    ...['signature 2', 'logSignature 2', 'vjp 2'],
  ]);
  for (const { microseconds } of times.rows[0]) expect(microseconds).toBeGreaterThan(0);
});
