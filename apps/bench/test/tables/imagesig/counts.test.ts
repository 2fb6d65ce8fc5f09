import { describe, expect, it } from 'vitest';
import { countModel } from '../../../src/costs/count-model.js';
import { countRow } from '../../../src/costs/count-row.js';
import { concrete } from '../../../src/tables/imagesig/concrete.js';
import { depths } from '../../../src/tables/imagesig/depths.js';
import { faces } from '../../../src/tables/imagesig/faces.js';
import { fire } from '../../../src/tables/imagesig/fire.js';
import { fog } from '../../../src/tables/imagesig/fog.js';
import { logarithms } from '../../../src/tables/imagesig/logarithms.js';
import { cnn1d224 } from '../../../src/tables/imagesig/models.js';
import { neurons } from '../../../src/tables/imagesig/neurons.js';
import { quantized } from '../../../src/tables/imagesig/quantized.js';

const rows = [fire, fog, faces, concrete, depths, logarithms, neurons].flatMap(({ name, rows }) =>
  rows.map((row) => ({ title: `${name}, ${row.name}`, row })),
);

describe('the rows of ImageSig', () => {
  const printed = rows.filter(({ row }) => row.printed?.params !== undefined);

  it('are all there', () => {
    expect(printed).toHaveLength(12 + 5 + 1 + 1 + 16 + 4 + 10);
  });

  it.each(printed)('$title has the printed parameters, or those of its note', ({ row }) => {
    const cost = countRow(row);
    expect(cost?.params).toBe(row.counted ?? row.printed?.params);
    if (row.counted !== undefined)
      expect(row.notes?.join()).toContain(row.counted.toLocaleString('en'));
  });

  it('has ten classes where 95,120 parameters are printed', () => {
    expect(countModel(cnn1d224, 10).params).toBe(95_120);
  });

  // The paper counts two for a multiply-add and leaves out biases, activations and pools.
  const unlike: Readonly<Record<string, number>> = {
    // Without the projections of the attention, facts say; with them:
    'imagesig/1, ImageSig + Transformer': 3.5,
    'imagesig/2, ImageSig + Transformer': 3.5,
    'imagesig/1, ViT': 34.9,
  };
  const counted = rows.filter(({ row }) => row.printed?.flops !== undefined);

  it.each(counted)('$title takes the printed FLOPs, or its note says why not', ({ title, row }) => {
    const { flops = 0 } = row.printed ?? {};
    const { headMacs = 0 } = countRow(row) ?? {};
    const millions = (2 * headMacs) / 1e6;
    if (title in unlike) {
      expect(millions).toBeGreaterThan(1.5 * flops);
      return;
    }
    // Those of the networks of the literature have normalisations and pools in them, at most a fortieth.
    const part = row.model && 'graph' in row.model ? 0.025 : 0.002;
    expect(Math.abs(millions - flops)).toBeLessThan(0.006 + part * flops);
  });

  it.each([
    ['ResNet152', 60_192_808],
    ['ResNet101', 44_549_160],
    ['ResNet50', 25_557_032],
  ])('%s of table 4 has the millions of parameters that are printed', (name, params) => {
    const row = concrete.rows.find((one) => one.name.startsWith(name));
    expect(row && countRow(row)?.trained).toBe(params);
  });
});

describe('the sizes of table 7', () => {
  it('are a quarter of the weights and a container for the heads', () => {
    const row = quantized.rows.find(({ name }) => name === 'ImageSig + CNN1D');
    const { params = 0, bytes = 0, int8Bytes = 0 } = (row && countRow(row)) ?? {};
    expect(bytes).toBeGreaterThan(4 * params);
    expect(bytes).toBeLessThan(4 * params + 5000);
    expect(int8Bytes).toBeGreaterThan(params);
    // Printed: 44.2 KB.
    expect(int8Bytes).toBeLessThan(44.2 * 1024);
  });
});
