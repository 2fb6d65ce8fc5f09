/**
 * @typedef {object} Shape
 * @property {number} channels
 * @property {number} depth
 * @property {number} length points of a path
 * @property {number} unit paths that one figure is for: those of an image, or the whole batch
 * @property {number} units how many of them are in a batch
 * @property {Partial<Record<Task, number>>} reference microseconds a unit of pySigLib (C++, AVX2, float32)
 * on one thread of the same kind of machine
 */

/** @typedef {'signature' | 'logSignature' | 'vjp'} Task */

/** The shapes: the rows of images first, then whole batches and one long path. */
/** @type {readonly Shape[]} */
export const shapes = [
  {
    channels: 3,
    depth: 4,
    length: 64,
    unit: 64,
    units: 20,
    reference: { signature: 204, logSignature: 230, vjp: 2640 },
  },
  { channels: 3, depth: 4, length: 224, unit: 224, units: 3, reference: { signature: 2521 } },
  { channels: 3, depth: 5, length: 64, unit: 64, units: 10, reference: { signature: 501 } },
  { channels: 4, depth: 4, length: 64, unit: 64, units: 20, reference: { signature: 315 } },
  { channels: 3, depth: 3, length: 64, unit: 64, units: 40, reference: { signature: 93 } },
  {
    channels: 2,
    depth: 6,
    length: 1000,
    unit: 64,
    units: 1,
    reference: { signature: 6320, vjp: 65_400 },
  },
  {
    channels: 8,
    depth: 3,
    length: 200,
    unit: 64,
    units: 1,
    reference: { signature: 990, vjp: 18_400 },
  },
  {
    channels: 3,
    depth: 4,
    length: 10_000,
    unit: 1,
    units: 1,
    reference: { signature: 550, vjp: 5600 },
  },
];
