import { cnn1dHead } from '@sig/heads';
import { defaultRecipe, recipeShape } from '@sig/image-paths';
import { expect, test } from 'vitest';
import { createClassifier } from '../../src/runtime/index.js';
import { bundleRuntime } from './bundle-runtime.js';
import { findChromium } from './find-chromium.js';
import { bytesOf, randomNetwork, randomPixels } from './model-bytes.js';
import { launchChromium, openSite } from './open-site.js';

const [WIDTH, HEIGHT] = [71, 53];
const IMAGES = 20;
const executablePath = findChromium();
if (executablePath === undefined) {
  process.stderr.write('no Chromium is installed: images of a browser are not looked at\n');
}

const PAGE = `<!doctype html>
<script type="module">
  import { createClassifier } from './runtime.mjs';
  const load = async (name) => (await fetch(name)).arrayBuffer();
  const { classify } = createClassifier(await load('model.safetensors'));
  const pixels = await load('pixels.bin');
  const size = ${WIDTH} * ${HEIGHT} * 4;
  const found = [];
  for (let at = 0; at < pixels.byteLength; at += size) {
    const image = new ImageData(new Uint8ClampedArray(pixels, at, size), ${WIDTH}, ${HEIGHT});
    const given = [...classify(image).probabilities];
    found.push([given, [...classify(await createImageBitmap(image)).probabilities]]);
  }
  globalThis.found = found;
</script>`;

test.skipIf(executablePath === undefined)(
  'an ImageData and an ImageBitmap of any size give in Chromium what their pixels give in Node',
  async () => {
    const recipe = defaultRecipe({ width: 32, height: 32 });
    const file = bytesOf(recipe, randomNetwork(recipe, cnn1dHead(recipeShape(recipe), 2), 5));
    const size = WIDTH * HEIGHT * 4;
    // Opaque: what is transparent a canvas keeps in fewer bits.
    const pixels = randomPixels(IMAGES * size, 3).map((value, at) => (at % 4 === 3 ? 255 : value));
    const browser = await launchChromium(executablePath ?? '');
    try {
      const found = await openSite<number[][][]>(browser, {
        'index.html': PAGE,
        'runtime.mjs': await bundleRuntime(),
        'model.safetensors': file,
        'pixels.bin': pixels,
      });
      expect(found).toHaveLength(IMAGES);
      const { classify } = createClassifier(file);
      found.forEach((ways, image) => {
        const data = pixels.subarray(image * size, (image + 1) * size);
        const expected = classify({ width: WIDTH, height: HEIGHT, data }).probabilities;
        for (const probabilities of ways) {
          probabilities.forEach((p, k) => {
            expect(Math.abs(p - expected[k])).toBeLessThan(1e-5);
          });
        }
      });
    } finally {
      await browser.close();
    }
  },
);
