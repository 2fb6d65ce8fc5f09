import { expect, test } from 'vitest';
import { type MeasureResult, measureReport } from '../../src/output/measure-report.js';

const speed = (median: number) => ({
  ...{ fps: 1000 / median, runs: 9, minimum: median / 2, median, percentile95: 2 * median },
});

const result: MeasureResult = {
  ...{ model: 'm.safetensors', weights: 'float32', bytes: 150_000, int8Bytes: 40_000 },
  ...{ params: 37_112, macs: 1_497_316, featureMacs: 653_184, headMacs: 844_132 },
  weightBytes: 148_448,
  memory: { runtimeBytes: 262_144, processBytes: 90e6 },
  energy: false,
  machine: { processor: 'Some processor', node: '20.9.0' },
  images: [1, 2, 3, 4].map((at) => ({ name: `${at}.jpg`, width: 640, height: 480, bytes: 67_200 })),
  decoded: speed(0.125),
  file: speed(4),
  stages: { read: speed(1), decode: speed(3) },
  baselines: [
    {
      ...{ name: 'MobileNetV2 1.0@224', runtime: 'onnxruntime-node' },
      ...{ params: 3_504_872, macs: 300_774_272, weightBytes: 14_156_000 },
      ...{ decoded: speed(7.5), file: speed(12), slower: { decoded: 60, file: 3 } },
    },
  ],
  missing: [],
};

test('a report has the model and the networks beside it in the columns of table 8', () => {
  const lines = measureReport(result).split('\n');
  expect(lines.find((line) => line.startsWith('m.safetensors'))).toMatch(
    /1\.50 M +150\.0 kB +8,000 +1\.0 × +250\.0 +1\.0 ×$/,
  );
  expect(lines.find((line) => line.startsWith('MobileNetV2 1.0@224'))).toMatch(
    /onnxruntime-node +300\.77 M +14\.16 MB +133\.3 +60\.0 × +83\.3 +3\.0 ×$/,
  );
});

test('a report tells medians, percentiles and where the time from a file goes', () => {
  const report = measureReport(result);
  expect(report).toMatch(/^m\.safetensors +\S+ +0\.125 ms +0\.250 ms +4\.00 ms +8\.00 ms$/m);
  expect(report).toMatch(/^reading the file +1\.00 ms +2\.00 ms +25\.0 %$/m);
  expect(report).toMatch(/^decoding +3\.00 ms +6\.00 ms +75\.0 %$/m);
  expect(report).toMatch(/^images .*3\.jpg, 640×480, 67\.2 kB; and 1 more$/m);
});

test('a report says in one line what is left out', () => {
  expect(measureReport(result)).toMatch(/^energy +left out: no meter can be read here$/m);
  expect(measureReport(result)).not.toContain('npm install');
  const missing = ['onnxruntime-node', 'onnxruntime-web'];
  expect(measureReport({ ...result, missing })).toMatch(
    /^MobileNetV2 was not measured in onnxruntime-node and onnxruntime-web; npm install --ignore-scripts onnxruntime-node onnxruntime-web$/m,
  );
});

test('a report gives the energy of an image where there is a meter', () => {
  const metered = {
    ...{ ...result, energy: true },
    decoded: { ...result.decoded, joules: 0.00125 },
    file: { ...result.file, joules: 0.04 },
  };
  expect(measureReport(metered)).toMatch(
    /^energy +1\.25 mJ an image of the model alone, 40\.0 mJ from a file, by the whole processor$/m,
  );
});
