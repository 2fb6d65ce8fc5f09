import { countGraphCost, resNet } from '@sig/edge/baselines';
import { describe, expect, it } from 'vitest';
import { expectedCost, publishedCost } from '../../src/index.js';

// Table 2.1 of the report: ResNet-18 at 32, ResNet-34 at 96 and ResNet-50 at 224 pixels. Its column
// "FLOPS_224 (M)" holds the numbers of parameters.
const table = [
  { depth: 18, resolution: 32, params: 11.69, published: 0.24 },
  { depth: 34, resolution: 96, params: 21.8, published: 4.0 },
  { depth: 50, resolution: 224, params: 25.56, published: 25.56 },
] as const;

describe("the report's arithmetic", () => {
  it.each(table)(
    'has $published "M" for ResNet-$depth at $resolution pixels: parameters · f²',
    ({ resolution, params, published }) => {
      expect(publishedCost(params, resolution)).toBeCloseTo(published, 2);
    },
  );

  it.each(table)(
    'takes the parameters of ResNet-$depth for its operations',
    ({ depth, params }) => {
      const graph = countGraphCost(resNet(depth, { size: 32 }));
      expect(graph.params / 1e6).toBeCloseTo(params, 2);
    },
  );

  // Multiply-adds by hand would be pages; those at 224 pixels are published: 1.81, 3.66 and 4.09 G. All but
  // the classifier scale with f² where every stage halves evenly, as at 32, 96 and 224.
  it.each([
    { depth: 18, resolution: 32, giga: 1.81, dense: 512_000 },
    { depth: 34, resolution: 96, giga: 3.66, dense: 512_000 },
    { depth: 50, resolution: 224, giga: 4.09, dense: 2_048_000 },
  ] as const)(
    'has beside it $giga G · f² multiply-adds for ResNet-$depth, counted from the graph',
    ({ depth, resolution, giga, dense }) => {
      const { macs } = countGraphCost(resNet(depth, { size: resolution }));
      const expected = (giga * 1e9 - dense) * (resolution / 224) ** 2 + dense;
      expect(Math.abs(macs / expected - 1)).toBeLessThan(0.003);
    },
  );

  const published = [0.24, 4, 25.56];

  it('is equation 2.2: each stage costs what it costs times the share that reaches it', () => {
    // 0.24 + 4.00 · (1 − 0.5) + 25.56 · (1 − 0.5 − 0.3)
    expect(expectedCost(published, [0.5, 0.3, 0.2])).toBeCloseTo(7.352, 12);
    // All go through: 0.24 + 4.00 + 25.56; all stay: 0.24.
    expect(expectedCost(published, [0, 0, 1])).toBeCloseTo(29.8, 12);
    expect(expectedCost(published, [1, 0, 0])).toBeCloseTo(0.24, 12);
  });

  it('saves what the report says at its two points: 3.0 and 2.3 times', () => {
    expect((21.8 / 7.15).toFixed(1)).toBe('3.0');
    expect((25.56 / 11.04).toFixed(1)).toBe('2.3');
  });

  it('saves more in multiply-adds: the same shares, counted', () => {
    const macs = table.map(
      ({ depth, resolution }) => countGraphCost(resNet(depth, { size: resolution })).macs,
    );
    // 7.15 "M" where half of the images stop at the first stage: 0.24 + 2 + 25.56 · x, x = 0.1921.
    const shares = [0.5, 0.3079, 0.1921];
    expect(expectedCost(published, shares)).toBeCloseTo(7.15, 2);
    const resNet34 = countGraphCost(resNet(34)).macs;
    expect(resNet34 / expectedCost(macs, shares)).toBeCloseTo(3.13, 1);
  });

  it('refuses shares that are no shares and resolutions that are none', () => {
    expect(() => expectedCost(published, [0.5, 0.5])).toThrow(
      'shares must be one for each of the 3 stages, got 2',
    );
    expect(() => expectedCost(published, [0.5, 0.5, 0.5])).toThrow('shares must sum to 1, got 1.5');
    expect(() => publishedCost(11.69, 0)).toThrow('resolution must be above 0, got 0');
  });
});
