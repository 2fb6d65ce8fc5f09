import { fileURLToPath } from 'node:url';
import { cnn1dHead } from '@sig/heads';
import { defaultRecipe, recipeShape } from '@sig/image-paths';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { encodeModel, quantizeModel } from '../../src/index.js';
import { createClassifier } from '../../src/runtime/index.js';
import { findChromium } from './find-chromium.js';
import { bytesOf, modelOf, randomNetwork, randomPixels } from './model-bytes.js';

const IMAGES = 200;
const [WIDTH, HEIGHT] = [71, 53];
const entry = fileURLToPath(new URL('../../src/runtime/index.ts', import.meta.url));
const executablePath = findChromium();
if (executablePath === undefined) {
  process.stderr.write('no Chromium is installed: predictions in a browser are not compared\n');
}

/** Runs in the page: the probabilities of all images, and of the first one as an ImageBitmap too. */
async function classifyAll(files: number[][], images: number[][], size: [number, number]) {
  const [width, height] = size;
  // The bundle puts it there.
  const { createClassifier: create } = (
    globalThis as never as Record<string, typeof import('../../src/runtime/index.js')>
  ).sig;
  const all: number[][] = [];
  let drawn: number[] = [];
  for (const file of files) {
    const classifier = create(Uint8Array.from(file));
    for (const image of images) {
      const data = Uint8ClampedArray.from(image);
      all.push([...classifier.classify(new ImageData(data, width, height)).probabilities]);
    }
    const first = new ImageData(Uint8ClampedArray.from(images[0]), width, height);
    drawn = [...classifier.classify(await createImageBitmap(first)).probabilities];
  }
  return { all, drawn };
}

test.skipIf(executablePath === undefined)(
  'a model file gives the same probabilities in Node and in Chromium',
  async () => {
    const recipe = defaultRecipe({ width: 32, height: 32 });
    const network = randomNetwork(recipe, cnn1dHead(recipeShape(recipe), 2), 5);
    const small = quantizeModel(modelOf(recipe, network), { mode: 'dynamic-int8' });
    const files = [encodeModel(small), bytesOf(recipe, network)];
    const images = Array.from({ length: IMAGES }, (_, seed) =>
      // Opaque: what is transparent a canvas keeps in fewer bits.
      randomPixels(WIDTH * HEIGHT * 4, seed).map((value, at) => (at % 4 === 3 ? 255 : value)),
    );
    const expected = files.flatMap((file) => {
      const classifier = createClassifier(file);
      return images.map((data) => [
        ...classifier.classify({ width: WIDTH, height: HEIGHT, data }).probabilities,
      ]);
    });
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: 'iife',
      globalName: 'sig',
      platform: 'browser',
      target: 'es2022',
      write: false,
    });
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: outputFiles[0].text });
      const script = `(${classifyAll})(${JSON.stringify(files.map((file) => [...file]))}, ${JSON.stringify(images.map((image) => [...image]))}, [${WIDTH}, ${HEIGHT}])`;
      const { all, drawn } = await page.evaluate<Awaited<ReturnType<typeof classifyAll>>>(script);
      expect(all).toHaveLength(2 * IMAGES);
      all.forEach((probabilities, index) => {
        probabilities.forEach((p, k) => {
          expect(Math.abs(p - expected[index][k])).toBeLessThan(1e-5);
        });
      });
      drawn.forEach((p, k) => {
        expect(Math.abs(p - expected[IMAGES][k])).toBeLessThan(1e-5);
      });
    } finally {
      await browser.close();
    }
  },
);
