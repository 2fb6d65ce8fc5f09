import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planMemory } from '../../../src/export/c/plan-memory.js';

it('lets what is not in use at the same time share a place', () => {
  const chain = [
    { bytes: 800, first: 0, last: 1 },
    { bytes: 400, first: 1, last: 2 },
    { bytes: 600, first: 2, last: 3 },
  ];
  const { offsets, bytes } = planMemory(chain);
  expect(offsets).toEqual([0, 800, 0]);
  expect(bytes).toBe(1200);
});

it('never lets two that are in use at the same time overlap', () => {
  const tenant = fc
    .record({
      bytes: fc.integer({ min: 1, max: 100 }),
      first: fc.nat(10),
      steps: fc.nat(5),
    })
    .map(({ bytes, first, steps }) => ({ bytes, first, last: first + steps }));
  fc.assert(
    fc.property(fc.array(tenant, { maxLength: 12 }), (tenants) => {
      const { offsets, bytes } = planMemory(tenants);
      tenants.forEach((a, i) => {
        expect(offsets[i] % 8).toBe(0);
        expect(offsets[i] + a.bytes).toBeLessThanOrEqual(bytes);
        tenants.slice(0, i).forEach((b, j) => {
          const together = a.first <= b.last && b.first <= a.last;
          const apart = offsets[i] >= offsets[j] + b.bytes || offsets[j] >= offsets[i] + a.bytes;
          expect(!together || apart).toBe(true);
        });
      });
    }),
  );
});
