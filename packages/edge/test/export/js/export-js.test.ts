import { expect, it } from 'vitest';
import { exportJs } from '../../../src/export/index.js';
import { expectedProbabilities, sampleImages, sampleModel, samples } from '../sample-models.js';

interface Exported {
  readonly labels: readonly string[];
  readonly classify: (image: object) => { label: string; probabilities: Float32Array };
}

/** Loads a module from its text alone, as a page without a server would. */
function load(text: string): Promise<Exported> {
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`);
}

it('the module needs nothing else and says the same of 200 images', async () => {
  const sample = sampleModel(samples['cnn1d on rows at depth 4']);
  const { width, height } = sample.model.recipe;
  const size = 3 * width * height;
  const pixels = sampleImages(size, 200);
  const expected = await expectedProbabilities(sample, pixels);
  const text = exportJs(sample.model);
  expect(text).not.toMatch(/^import\b/m);
  const { classify } = await load(text);
  for (let at = 0; at < 200; at++) {
    const data = pixels.subarray(at * size, (at + 1) * size);
    const { probabilities } = classify({ width, height, data });
    probabilities.forEach((p, k) => {
      expect(Math.abs(p - expected[2 * at + k])).toBeLessThan(1e-5);
    });
  }
});

it('lets no label out of its place, in JavaScript and in HTML', async () => {
  const labels = ['</script><script>alert(1)', "'; throw 1 //", '\u2028`\\'];
  const { recipe, head } = samples['fc on columns with time at depth 2'];
  const text = exportJs(sampleModel({ recipe, head, labels }).model);
  expect(text).not.toContain('</script');
  expect((await load(text)).labels).toEqual(labels);
});
