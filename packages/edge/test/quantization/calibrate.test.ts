import { type Layer, predict, relu } from '@sig/heads';
import { expect, test } from 'vitest';
import {
  type ClassifierModel,
  calibrate,
  createModelNetwork,
  decodeModel,
  encodeModel,
  quantizeModel,
} from '../../src/index.js';
import { createValueRange } from '../../src/quantization/value-range.js';
import { smallModel } from '../model/small-model.js';
import { seededIntegers } from '../seeded-random.js';

function images(count: number): Uint8Array {
  const integer = seededIntegers(6);
  return Uint8Array.from({ length: count * 8 * 6 * 3 }, () => integer(256));
}

test('a model in int8 says nearly what it said in float32, from its file too', async () => {
  const model = smallModel();
  const activations = await calibrate(model, images(32), { coverage: 1 });
  expect(Object.keys(activations)).toEqual(['1.dense', '3.dense']);
  const small = quantizeModel(model, { mode: 'int8', activations });
  const wanted = await predict(createModelNetwork(model), images(16));
  const found = await predict(createModelNetwork(small), images(16));
  found.forEach((value, at) => {
    expect(Math.abs(value - wanted[at])).toBeLessThan(0.05);
  });
  const read = createModelNetwork(decodeModel(encodeModel(small)));
  expect(await predict(read, images(16), { threads: 2 })).toEqual(found);
});

test('a layer of one’s own stands between layers that compute in integers', async () => {
  const layers = { rectify: (): Layer => ({ ...relu(), kind: 'rectify' }) };
  const model = smallModel();
  const [flat, hidden, , output] = model.architecture.layers;
  const own: ClassifierModel = {
    ...model,
    architecture: {
      ...model.architecture,
      layers: [
        flat,
        { ...hidden, options: { ...hidden.options, activation: 'none' } },
        { kind: 'rectify', options: {} },
        output,
      ],
    },
  };
  const activations = await calibrate(own, images(32), { layers });
  expect(activations).toEqual(await calibrate(model, images(32)));
  expect(() => quantizeModel(own, { mode: 'int8', activations })).toThrow(/of kind rectify/);
  const small = quantizeModel(own, { mode: 'int8', activations, layers });
  const bytes = encodeModel(small, { layers });
  const found = createModelNetwork(decodeModel(bytes, { layers }), { layers });
  const wanted = createModelNetwork(quantizeModel(model, { mode: 'int8', activations }));
  expect(await predict(found, images(16))).toEqual(await predict(wanted, images(16)));
});

test('what follows a ReLU begins at 0', async () => {
  const activations = await calibrate(smallModel(), images(32));
  expect(activations['3.dense'].zeroPoint).toBe(-128);
});

test('a range covers the share that is asked for', () => {
  const range = createValueRange();
  const values = Float32Array.from({ length: 1000 }, (_, at) => (at < 990 ? at % 10 : 1000));
  values[0] = -500;
  range.add(values);
  expect(range.covering(1)).toEqual([-500, 1000]);
  const [low, high] = range.covering(0.97);
  expect(low).toBeCloseTo(0);
  expect(high).toBeGreaterThanOrEqual(9);
  expect(high).toBeLessThan(9.2);
});

test('calibration without images, or over no share of them, is refused', async () => {
  const model = smallModel();
  await expect(calibrate(model, new Uint8Array())).rejects.toThrow(
    'calibration needs at least one image, got none',
  );
  await expect(calibrate(model, images(1), { coverage: 0 })).rejects.toThrow(
    'coverage must be above 0 and at most 1, got 0',
  );
});
