import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { decodeModel } from '@sig/edge';
import { knnLayers } from '@sig/knn-slice';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './browser/check-accessibility.js';
import { classFolder, drawn, hugePng, star } from './browser/drawn-files.js';
import { inChromium } from './browser/in-chromium.js';
import { servePage } from './browser/serve-page.js';
import { errorLine, fact, keepPicture, saved, shownProbabilities } from './browser/steps.js';

inChromium('the page in Chromium', (at) => {
  describe('with shapes', () => {
    let page: Page;

    beforeAll(async () => {
      page = await at.browser.open(at.served.address);
      await page.getByRole('button', { name: 'Drawn shapes' }).click();
      await page.getByText('120 images').first().waitFor();
      await page.getByRole('button', { name: 'remove the class star' }).click();
      await keepPicture(page, '#gather', 'gather');
      await page.getByRole('button', { name: 'Train', exact: true }).click();
      await page.locator('.curve').waitFor();
      await keepPicture(page, '#train', 'training');
      await page.locator('.model').waitFor({ timeout: 100_000 });
      await page.locator('.field').first().waitFor();
    });

    it('learns 95 % of held-out shapes and shows what it costs', async () => {
      await page.getByLabel('close this message').click();
      await keepPicture(page, '#train', 'trained');
      await keepPicture(page, '#try', 'sees');
      expect(Number.parseFloat(await fact(page, 'held-out images right'))).toBeGreaterThan(95);
      expect(await fact(page, 'file')).toMatch(/^\d+ kB$/);
      expect(await fact(page, 'time an image')).toMatch(/ [µm]s$/);
      const sum = Object.values(await shownProbabilities(page)).reduce((a, b) => a + b, 0);
      expect(Math.abs(sum - 100)).toBeLessThan(0.2);
    });

    it('draws what mattered', async () => {
      await page.getByRole('tab', { name: 'What it sees' }).focus();
      await page.keyboard.press('ArrowRight');
      const map = page.getByRole('img', { name: /^what mattered for / });
      await map.waitFor();
      const opaque = await map.evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const context = (canvas as HTMLCanvasElement).getContext('2d');
        const { data } = context?.getImageData(0, 0, width, height) ?? { data: [] };
        return Math.max(...Array.from(data).filter((_, at) => at % 4 === 3));
      });
      expect(opaque).toBeGreaterThan(200);
      await keepPicture(page, '#try', 'mattered');
    });

    it('shows which stage of a cascade answered, and what that cost', async () => {
      await page.getByRole('tab', { name: 'Cascade' }).click();
      await page.getByRole('button', { name: 'Train a cascade' }).click();
      await page.locator('.badge').waitFor({ timeout: 100_000 });
      await keepPicture(page, '#try', 'cascade');
      const threshold = page.locator('.threshold input');
      /** Multiply-adds as the page writes them, which must follow the threshold. */
      const cost = async (name: string): Promise<number> => {
        const row = page.locator('#try .facts div').filter({ hasText: name });
        return multiplyAdds(await row.locator('dd').textContent());
      };
      const [small, large] = (await page.locator('.stage .hint').allTextContents()).map(
        multiplyAdds,
      );
      expect(small).toBeLessThan(large / 2);
      const chosen = await cost('multiply-adds an image');
      await threshold.fill('0');
      await page.getByText('not asked').waitFor();
      expect(await page.locator('.is-answer h3').textContent()).toMatch(/^small · 16 × 16/);
      expect(await cost('multiply-adds an image')).toBe(small);
      expect(await cost('this image')).toBe(small);
      await threshold.fill('1.01');
      await page.getByText('not asked').waitFor({ state: 'detached' });
      expect(await page.locator('.is-answer h3').textContent()).toMatch(/^large · 32 × 32/);
      const all = await cost('multiply-adds an image');
      // Each figure is rounded to three digits.
      expect(Math.abs(all / (small + large) - 1)).toBeLessThan(0.02);
      expect(await cost('this image')).toBe(all);
      expect(chosen).toBeGreaterThanOrEqual(small);
      expect(chosen).toBeLessThan(all);
    });

    it('saves ONNX, C and a module that answers as the page does', async () => {
      const image = await drawn('square.png', '<rect width="100" height="100" fill="#ddd"/>');
      await page.getByLabel('Choose an image').last().setInputFiles(image);
      await page.getByText('100 × 100').waitFor();
      const shown = await shownProbabilities(page);
      const [module] = await saved(page, 'save as a JavaScript module');
      const { classify } = await import(pathToFileURL(module).href);
      const data = new Uint8Array(100 * 100 * 3).fill(0xdd);
      const { probabilities, labels } = classify({ width: 100, height: 100, data });
      for (const [place, label] of labels.entries()) {
        expect(Math.abs(shown[label] - 100 * probabilities[place])).toBeLessThan(0.06);
      }
      const [onnx] = await saved(page, 'save as ONNX');
      expect(onnx).toMatch(/shapes\.onnx$/);
      const sources = await saved(page, 'save as C source', 2);
      expect(sources.some((file) => readFileSync(file, 'utf8').includes('#include'))).toBe(true);
      const [small] = await saved(page, 'save the model in int8');
      expect(decodeModel(readFileSync(small)).quantization?.mode).toBe('dynamic-int8');
    });

    it('learns a new class from five examples at once', async () => {
      await page.getByRole('button', { name: '+ Add a class' }).click();
      await page.getByLabel('name of class 4').fill('star');
      const five = await Promise.all([0, 1, 2, 3, 4].map((number) => star(number)));
      await page.getByLabel('choose images for star').last().setInputFiles(five);
      await page.getByText('5 images', { exact: true }).waitFor();
      await page.getByLabel('Nearest neighbours').check();
      await page.getByRole('button', { name: 'Learn at once' }).click();
      await page.getByText(/^learnt in .*; try it below/).waitFor();
      const said: (string | null)[] = [];
      for (let unseen = 5; unseen < 15; unseen++) {
        // Each of another size, which tells when its answer has come.
        const image = await star(unseen, 100 + unseen);
        await page.getByLabel('Choose an image').last().setInputFiles(image);
        await page.getByText(`${100 + unseen} × ${100 + unseen}`).waitFor();
        said.push(await page.locator('.verdict strong').textContent());
      }
      expect(said.filter((label) => label === 'star').length).toBeGreaterThan(6);
      // The classes that were learnt before are still known.
      const disc = '<rect width="100" height="100" fill="#ddd"/><circle cx="50" cy="50" r="30"/>';
      await page
        .getByLabel('Choose an image')
        .last()
        .setInputFiles(await drawn('disc.png', disc));
      await page.getByText('100 × 100').waitFor();
      expect(await page.locator('.verdict strong').textContent()).toBe('circle');
      await page
        .getByLabel('Choose an image')
        .last()
        .setInputFiles(await star(15, 130));
      await page.getByText('130 × 130').waitFor();
      await page.getByRole('tab', { name: 'Nearest images' }).click();
      await page.locator('.neighbours li').first().waitFor();
      expect(await page.locator('.neighbours li').count()).toBe(6);
      await keepPicture(page, '#try', 'neighbours');
      const [file] = await saved(page, 'save the model');
      const { labels } = decodeModel(readFileSync(file), { layers: knnLayers });
      expect(labels).toEqual(['circle', 'square', 'triangle', 'star']);
    });

    it('has nothing that axe complains about, in the light and in the dark, nor on a phone', async () => {
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.setViewportSize({ width: 375, height: 740 });
      await page.evaluate(() => scrollTo(0, 0));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('tab', { name: 'What it sees' }).click();
      await keepPicture(page, '#try', 'phone');
    });
  });

  it('takes folders of folders, passes over what is no image and says so', async () => {
    const page = await at.browser.open(at.served.address);
    const folder = await classFolder({ bright: 3, dark: 2 });
    await page.getByLabel('A folder of folders').last().setInputFiles(folder);
    await page.getByText('3 images', { exact: true }).waitFor();
    await page.getByText('2 images', { exact: true }).waitFor();
    expect(await errorLine(page)).toMatch(/^notes\.txt is no image .*; 3 images added$|5 images/);
    expect(await page.locator('.class-name').evaluateAll(valuesOf)).toEqual(['bright', 'dark']);
    await page.close();
  });

  it('takes folders that are dropped on it', async () => {
    const page = await at.browser.open(at.served.address);
    const folder = await classFolder({ left: 2, right: 4 });
    const devtools = await page.context().newCDPSession(page);
    const files = [`${folder}/left`, `${folder}/right`];
    const data = { items: [], files, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 60, data });
    }
    await page.getByText('4 images', { exact: true }).waitFor();
    expect(await page.locator('.class-name').evaluateAll(valuesOf)).toEqual(['left', 'right']);
    await page.close();
  });

  it('takes a picture that is pasted', async () => {
    const page = await at.browser.open(at.served.address);
    await page.getByLabel('name of class 2').focus();
    const content = [...(await star(1)).buffer];
    await page.evaluate((bytes) => {
      const clipboardData = new DataTransfer();
      const file = new File([Uint8Array.from(bytes)], 'pasted.png', { type: 'image/png' });
      clipboardData.items.add(file);
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
    }, content);
    await page.locator('.class-card').nth(1).getByText('1 image').waitFor();
    await page.close();
  });

  it('takes pictures with the camera, learns them and answers live', async () => {
    const page = await at.browser.open(at.served.address);
    await page.getByLabel('Camera: take pictures for Class 1').click();
    await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
    const take = page.getByLabel('a picture for Class 1');
    for (let picture = 0; picture < 3; picture++) await take.click();
    await page.getByText('3 images', { exact: true }).waitFor();
    await keepPicture(page, '#gather', 'camera');
    await page.getByRole('button', { name: 'Close camera' }).click();
    const stars = await Promise.all([0, 1, 2].map((number) => star(number)));
    await page.getByLabel('choose images for Class 2').last().setInputFiles(stars);
    await page.getByText('3 images', { exact: true }).nth(1).waitFor();
    await page.getByLabel('Nearest neighbours').check();
    await page.getByRole('button', { name: 'Learn at once' }).click();
    await page.getByRole('button', { name: 'Live camera' }).click();
    await page.getByText(/\d+ frames a second/).waitFor();
    expect(await page.locator('.live .is-best .bar-label').textContent()).toBe('Class 1');
    await keepPicture(page, '#try', 'live');
    await page.getByRole('button', { name: 'Look closer at this' }).click();
    await page.locator('.verdict').waitFor();
    expect(await page.locator('.verdict strong').textContent()).toBe('Class 1');
    await page.close();
  });

  it('refuses images and models that are none or too large, each in one line', async () => {
    const page = await at.browser.open(at.served.address);
    const images = page.getByLabel('choose images for Class 1').last();
    await images.setInputFiles(hugePng());
    await page.getByText('20000×20000').waitFor();
    expect(await errorLine(page)).toBe(
      'huge.png has 20000×20000 pixels, at most 100 million are read',
    );
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    await images.setInputFiles({ name: 'a.svg', mimeType: 'image/svg+xml', buffer: svg });
    await page.getByText(/^a\.svg is no image/).waitFor();
    await page.close();
  });

  it('can be used without a mouse', async () => {
    const page = await at.browser.open(at.served.address);
    const reach = async (name: string): Promise<void> => {
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Tab');
        const found = await page.evaluate(
          () => document.activeElement?.ariaLabel ?? document.activeElement?.textContent,
        );
        if (found === name) return;
      }
      throw new Error(`the key Tab does not lead to ${name}`);
    };
    await reach('Drawn shapes');
    await page.keyboard.press('Enter');
    await page.getByText('120 images').first().waitFor();
    await page.getByLabel('Nearest neighbours').focus();
    await page.keyboard.press('Space');
    await reach('Learn at once');
    await page.keyboard.press('Enter');
    await page.locator('.model').waitFor();
    await page.close();
  });

  it('has no way to send anything, neither the page nor its worker', async () => {
    const page = await at.browser.open(at.served.address);
    const blocked =
      'fetch(location.origin === "null" ? "http://127.0.0.1" : location.origin).then(() => "sent", () => "blocked")';
    const said = at.browser.complaints.length;
    expect(await page.evaluate(blocked)).toBe('blocked');
    const [worker] = page.workers();
    expect(await worker.evaluate(blocked)).toBe('blocked');
    await page.close();
    // What the browser says of the two is no complaint about the page.
    (at.browser.complaints as string[]).splice(said);
  });

  it('opens without a network once it was loaded, then with threads', async () => {
    const page = await at.browser.open(at.served.address);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await at.browser.context.setOffline(true);
    await page.reload();
    await page.getByRole('button', { name: 'Handwritten digits' }).click();
    await page.getByText('110 images').first().waitFor();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await at.browser.context.setOffline(false);
    await page.close();
  });

  it('trains with threads where it is isolated, and stops when it is told to', async () => {
    const isolated = await servePage({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    const page = await at.browser.open(isolated.address);
    await page.getByRole('button', { name: 'Drawn shapes' }).click();
    await page.getByText('120 images').first().waitFor();
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.getByText(/epoch ([3-9]|1\d) of/).waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.locator('.model').waitFor();
    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    expect(Number(await fact(page, 'threads'))).toBe(Math.min(2, cores));
    await page.close();
    isolated.close();
  });

  it('says in one line where a browser is too old for its kernels', async () => {
    const page = await at.browser.context.newPage();
    await page.addInitScript('WebAssembly.validate = () => false');
    await page.goto(at.served.address);
    await page.locator('.notice.is-error').waitFor();
    expect(await errorLine(page)).toMatch(/^this browser has no WebAssembly with SIMD[^\n]*newer$/);
    await page.close();
  });

  it('has complained about nothing', () => {
    expect(at.browser.complaints).toEqual([]);
  });
});

const valuesOf = (inputs: (HTMLElement | SVGElement)[]): string[] =>
  inputs.map((input) => (input as HTMLInputElement).value);

/** The number that `9,876`, `123 k` or `1.23 M` stands for at the beginning of a text. */
function multiplyAdds(text: string | null): number {
  const [, figure = 'none', unit = ''] = /([\d.,]+)(?: ([kM])\b)?/.exec(text ?? '') ?? [];
  return Number(figure.replaceAll(',', '')) * { '': 1, k: 1e3, M: 1e6 }[unit as '' | 'k' | 'M'];
}
