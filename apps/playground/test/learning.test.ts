import { readFileSync } from 'node:fs';
import { createModelNetwork, decodeModel } from '@sig/edge';
import { predict } from '@sig/heads';
import { readImage } from '@sig/image-paths/node';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { inChromium } from './browser/in-chromium.js';
import { errorLine, fact, keepPicture, saved, shownProbabilities, train } from './browser/steps.js';

inChromium('the page in Chromium', (at) => {
  it('learns 95 % of held-out digits, saves the model and opens it with the same answers', async () => {
    const page = await at.browser.open(at.served.address);
    await keepPicture(page, 'body', 'start');
    await page.getByRole('button', { name: 'Handwritten digits' }).click();
    await page.getByText('110 images').first().waitFor();
    await train(page);
    expect(Number.parseFloat(await fact(page, 'held-out images right'))).toBeGreaterThan(95);

    // A picture of the page's own digits, of another size.
    const ink = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="70" height="70"><rect width="70" height="70"/><path d="M35 12v46" stroke="white" stroke-width="7"/></svg>',
    );
    const png = await sharp(ink).png().toBuffer();
    const one = { name: 'one.png', mimeType: 'image/png', buffer: png };
    await page.getByLabel('Choose an image').last().setInputFiles(one);
    await page.getByText('70 × 70').waitFor();
    const shown = await shownProbabilities(page);

    const [file] = await saved(page, 'save the model');
    const model = decodeModel(readFileSync(file));
    const { data } = await readImage(png, { width: 28, height: 28, channels: 1 });
    const probabilities = await predict(createModelNetwork(model), Uint8Array.from(data));
    for (const [place, label] of model.labels.entries()) {
      expect(Math.abs(shown[label] - 100 * probabilities[place])).toBeLessThan(0.06);
    }

    const other = await at.browser.open(at.served.address);
    await other.getByLabel('Open a model').last().setInputFiles(file);
    await other.locator('.model').waitFor();
    await other.getByLabel('Choose an image').last().setInputFiles(one);
    expect(await shownProbabilities(other)).toEqual(shown);
    await other.close();
    await page.close();
  });

  it('refuses what is no image and no model in one line', async () => {
    const page = await at.browser.open(at.served.address);
    const images = page.getByLabel('choose images for Class 1').last();
    const text = Buffer.from('just words');
    await images.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: text });
    expect(await errorLine(page)).toBe(
      'notes.png is no image that this browser reads; give a JPEG, PNG, WebP, GIF or AVIF file',
    );
    await page
      .getByLabel('Open a model')
      .last()
      .setInputFiles({ name: 'broken.safetensors', mimeType: '', buffer: text });
    await page.getByText('broken.safetensors:').waitFor();
    expect(await errorLine(page)).toMatch(/^broken\.safetensors: [^\n]+$/);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.getByText('training needs two classes or more').waitFor();
    await page.close();
  });

  it('has nothing to complain about', () => {
    expect(at.browser.complaints).toEqual([]);
  });
});
