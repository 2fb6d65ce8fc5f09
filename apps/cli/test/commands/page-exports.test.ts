import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readImage } from '@sig/image-paths/node';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isInstalled, runOn, targets } from '../../../../packages/edge/test/export/c/targets.js';
import { onnxRuntimes, runOnnx } from '../../../../packages/edge/test/export/onnx/run-onnx.js';
import { findChromium } from '../../../playground/test/browser/find-chromium.js';
import { type OpenBrowser, openBrowser } from '../../../playground/test/browser/open-page.js';
import { type Served, servePage } from '../../../playground/test/browser/serve-page.js';
import { saved, train } from '../../../playground/test/browser/steps.js';
import { imageFolder, writePicture } from '../image-folder.js';
import { runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

const chromium = findChromium();
const compiler = targets['this machine'];
const compiles = isInstalled(compiler);
if (!compiles) {
  process.stderr.write(`C from the page is not compiled: apt-get install ${compiler.packages}\n`);
}

/** What the page takes when nobody chooses. */
const SIDE = 64;
/** From one class to the other. */
const SLOPES = [0, 0.3, 0.45, 0.6, 0.75, 1];

describe.skipIf(chromium === undefined)('a model that was trained in the page', () => {
  let served: Served;
  let browser: OpenBrowser;
  let page: Page;
  let images: string[];
  /** [image][class], as the page says it. */
  const expected: number[][] = [];

  beforeAll(async () => {
    const folder = temporaryFolder();
    images = SLOPES.map((slope) => join(folder, `${slope}.png`));
    for (const [seed, slope] of SLOPES.entries()) {
      await writePicture(images[seed], { width: SIDE, height: SIDE, slope, seed: 90 + seed });
    }
    served = await servePage();
    browser = await openBrowser(chromium ?? '');
    page = await browser.open(served.address);
    await page
      .getByLabel('A folder of folders')
      .last()
      .setInputFiles(await imageFolder());
    await page.getByText('12 images', { exact: true }).nth(1).waitFor();
    await train(page);
    await page.getByRole('textbox', { name: 'Save as' }).fill('model');
    for (const image of images) expected.push(await askPage(page, image));
  });

  afterAll(async () => {
    await browser?.close();
    served?.close();
  });

  function expectAgreement(found: readonly (readonly number[])[]): void {
    expect(found).toHaveLength(expected.length);
    const errors = found.flatMap((row, image) =>
      row.map((probability, place) => Math.abs(probability - expected[image][place])),
    );
    expect(errors).toHaveLength(2 * SLOPES.length);
    expect(Math.max(...errors)).toBeLessThan(1e-5);
  }

  it('tells images apart, some of them less surely than others', () => {
    expect(new Set(expected.map(([flat]) => flat.toFixed(4))).size).toBeGreaterThan(2);
  });

  it('says the same to sig predict', async () => {
    const [file] = await saved(page, 'save the model');
    const { stdout } = await runSig(['predict', file, ...images, '--json']);
    const { labels, predictions } = JSON.parse(stdout);
    expect(labels).toEqual(['flat', 'ramp']);
    expectAgreement(predictions.map((one: { probabilities: number[] }) => one.probabilities));
  });

  it('says the same as ONNX', async () => {
    const [file] = await saved(page, 'save as ONNX');
    const shape = [1, SIDE, SIDE, 3];
    const runtime = onnxRuntimes['onnxruntime-node'];
    expectAgreement(rowsOf(await runOnnx(runtime, readFileSync(file), shape, await pixels())));
  });

  it('says the same as a JavaScript module', async () => {
    const [file] = await saved(page, 'save as a JavaScript module');
    const { classify, labels } = await import(pathToFileURL(file).href);
    expect(labels).toEqual(['flat', 'ramp']);
    const size = { width: SIDE, height: SIDE };
    const decoded = await Promise.all(images.map((image) => readImage(image)));
    expectAgreement(
      decoded.map(({ data }) => [
        ...classify({ ...size, data: Uint8Array.from(data) }).probabilities,
      ]),
    );
  });

  it.skipIf(!compiles)('says the same as C', async () => {
    const files = await saved(page, 'save as C source', 2);
    const [header, source] = ['.h', '.c'].map((ending) =>
      readFileSync(files.find((file) => file.endsWith(ending)) ?? '', 'utf8'),
    );
    expectAgreement(rowsOf(runOn(compiler, { header, source }, await pixels()).probabilities));
  });

  async function pixels(): Promise<Uint8Array> {
    const decoded = await Promise.all(images.map((image) => readImage(image)));
    return Uint8Array.from(decoded.flatMap(({ data }) => [...data]));
  }
});

/** What the page says of an image file, to the last digit, once it says something new. */
async function askPage(page: Page, image: string): Promise<number[]> {
  const said = (): Promise<string> =>
    page
      .locator('.answered .bar-value')
      .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('value')).join());
  const before = await said();
  await page.getByLabel('Choose an image').last().setInputFiles(image);
  await vi.waitUntil(async () => (await said()) !== before, { timeout: 20_000 });
  return (await said()).split(',').map(Number);
}

function rowsOf(probabilities: Float32Array): number[][] {
  return Array.from({ length: probabilities.length / 2 }, (_, row) => [
    ...probabilities.subarray(2 * row, 2 * row + 2),
  ]);
}
