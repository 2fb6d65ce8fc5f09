import type { SignatureTable } from './signature-table.js';

/** Signatures over the shapes of images, batches and long paths. */
export const signatureSpeed: SignatureTable = {
  kind: 'signatures',
  name: 'speed/signature',
  title: 'Microseconds of signatures, log-signatures and gradients',
  about:
    'Medians in float32, checks and copies included, on one and on two threads. A figure is for the rows of one image, of the last three shapes for the whole batch or path. pySigLib is the C++ library (AVX2, float32), measured once on one thread of a Xeon (Sapphire Rapids); how many times faster this is means something on that machine alone, and with one thread. GFLOP/s count the operations of Horner’s scheme (Kidger & Lyons 2021), two for a multiply-add; what is computed may take fewer.',
  judged: 'test',
  seeds: [0],
  threads: [1, 2],
  seconds: 0.5,
  quickSeconds: 0.05,
  rows: [
    {
      ...{ name: 'rows of an image', channels: 3, depth: 4, length: 64, unit: 64, units: 20 },
      reference: { signature: 204, logSignature: 230, vjp: 2640 },
    },
    {
      ...{ name: 'rows of a large image', channels: 3, depth: 4, length: 224, unit: 224, units: 3 },
      reference: { signature: 2521 },
    },
    {
      ...{ name: 'rows of an image', channels: 3, depth: 5, length: 64, unit: 64, units: 10 },
      reference: { signature: 501 },
    },
    {
      ...{ name: 'rows and their place', channels: 4, depth: 4, length: 64, unit: 64, units: 20 },
      reference: { signature: 315 },
    },
    {
      ...{ name: 'rows of an image', channels: 3, depth: 3, length: 64, unit: 64, units: 40 },
      reference: { signature: 93 },
    },
    {
      ...{ name: 'batch, deep', channels: 2, depth: 6, length: 1000, unit: 64, units: 1 },
      reference: { signature: 6320, vjp: 65_400 },
    },
    {
      ...{ name: 'batch, wide', channels: 8, depth: 3, length: 200, unit: 64, units: 1 },
      reference: { signature: 990, vjp: 18_400 },
    },
    {
      ...{ name: 'one long path', channels: 3, depth: 4, length: 10_000, unit: 1, units: 1 },
      reference: { signature: 550, vjp: 5600 },
    },
  ],
};
