import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportC, exportJs, exportOnnx } from '../../src/export/index.js';
import { layers } from '../../src/runtime/field/index.js';
import { createClassifier } from '../../src/runtime/index.js';
import { isInstalled, runOn, targets } from '../export/c/targets.js';
import { onnxRuntimes, runOnnx } from '../export/onnx/run-onnx.js';
import { bundleRuntime } from '../runtime/bundle-runtime.js';
import { findChromium } from '../runtime/find-chromium.js';
import { launchChromium, openSite } from '../runtime/open-site.js';
import { type AgreementCase, agreementCase, agreementModels, IMAGES } from './models.js';

const executablePath = findChromium();
if (executablePath === undefined) {
  process.stderr.write('no Chromium is installed: predictions in a browser are not compared\n');
}
const missing = Object.values(targets).filter((target) => !isInstalled(target));
if (missing.length > 0) {
  const packages = missing.map((target) => target.packages).join(' ');
  process.stderr.write(`C is not compared on all machines: apt-get install ${packages}\n`);
}
const machines = Object.entries(targets).filter(([, target]) => !missing.includes(target));

/** What a page loads: the runtime beside a model file, and the module that a model is exported to. */
const PAGE = `<!doctype html>
<script type="module">
  import { createClassifier } from './runtime.mjs';
  import { layers } from './field.mjs';
  import { classify, labels } from './model.mjs';
  const load = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
  const pixels = await load('pixels.bin');
  const [height, width, channels] = await load('shape.bin');
  const size = height * width * channels;
  const predictAll = (predict) => {
    const all = [];
    for (let at = 0; at < pixels.length; at += size) {
      all.push(...predict({ width, height, data: pixels.subarray(at, at + size) }).probabilities);
    }
    return all;
  };
  const runtime = predictAll(createClassifier(await load('model.safetensors'), { layers }).classify);
  globalThis.found = { runtime, exported: predictAll(classify), labels };
</script>`;

interface FoundInPage {
  readonly runtime: readonly number[];
  readonly exported: readonly number[];
  readonly labels: readonly string[];
}

let browser: Browser | undefined;
beforeAll(async () => {
  browser = executablePath ? await launchChromium(executablePath) : undefined;
});
afterAll(() => browser?.close());

describe.each(Object.entries(agreementModels))('%s', (_, options) => {
  const inIntegers = options.mode === 'int8';
  let given: AgreementCase;
  beforeAll(async () => {
    given = await agreementCase(options);
  });

  /** To 1e-5; what computes in integers may tip one over, and then says the same class. */
  function expectAgreement(found: ArrayLike<number>): void {
    const { expected, model } = given;
    const classes = model.labels.length;
    expect(found).toHaveLength(expected.length);
    const errors = Array.from({ length: IMAGES }, (_, image) => {
      const of = (all: ArrayLike<number>) =>
        Array.from({ length: classes }, (_, k) => all[image * classes + k]);
      const [p, wanted] = [of(found), of(expected)];
      expect(p.indexOf(Math.max(...p))).toBe(wanted.indexOf(Math.max(...wanted)));
      return Math.max(...p.map((value, k) => Math.abs(value - wanted[k])));
    });
    expect(Math.max(...errors)).toBeLessThan(inIntegers ? 1 / 127 : 1e-5);
    expect(errors.filter((error) => error > 1e-5).length).toBeLessThan(IMAGES / 4);
  }

  it('is of images that it tells apart', () => {
    const seen = new Set(Array.from(given.expected, (p) => p.toFixed(3)));
    expect(seen.size).toBeGreaterThan(IMAGES / 4);
  });

  it('says the same in the runtime', () => {
    const { file, pixels, imageShape } = given;
    const [height, width, channels] = imageShape;
    const size = height * width * channels;
    const classifier = createClassifier(file, { layers });
    const found: number[] = [];
    for (let at = 0; at < pixels.length; at += size) {
      const data = pixels.subarray(at, at + size);
      found.push(...classifier.classify({ width, height, data }).probabilities);
    }
    expectAgreement(found);
  });

  // The graph computes in floats.
  it.skipIf(inIntegers).each(Object.entries(onnxRuntimes))(
    'says the same as ONNX in %s',
    async (_name, runtime) => {
      const { model, pixels, imageShape } = given;
      expectAgreement(await runOnnx(runtime, exportOnnx(model), [1, ...imageShape], pixels));
    },
  );

  const here = machines.filter(([, target]) => options.emulated || !target.emulated);
  it.each(here)('says the same as C on %s', (_name, target) => {
    const { model, pixels } = given;
    expectAgreement(runOn(target, exportC(model), pixels).probabilities);
  });

  it.skipIf(executablePath === undefined)(
    'says the same in Chromium, in the runtime and as the module it is exported to',
    async () => {
      const { file, model, pixels, imageShape } = given;
      const found = await openSite<FoundInPage>(browser, {
        'index.html': PAGE,
        'runtime.mjs': await bundleRuntime(),
        'field.mjs': await bundleRuntime('field/index.ts'),
        'model.mjs': exportJs(model),
        'model.safetensors': file,
        'pixels.bin': pixels,
        'shape.bin': Uint8Array.from(imageShape),
      });
      expectAgreement(found.runtime);
      expectAgreement(found.exported);
      expect(found.labels).toEqual(model.labels);
    },
  );
});
