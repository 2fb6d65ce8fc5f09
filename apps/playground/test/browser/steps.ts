import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Trains what has been gathered and waits for the model. */
export async function train(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.locator('.model').waitFor({ timeout: 100_000 });
}

/** A figure of the model, such as its share of held-out images that are right. */
export async function fact(page: Page, name: string): Promise<string> {
  const row = page.locator('.model .facts div').filter({ hasText: name });
  return (await row.locator('dd').textContent()) ?? '';
}

/** The probabilities that the page shows, in percent by their labels. */
export async function shownProbabilities(page: Page): Promise<Record<string, number>> {
  const bars = page.locator('.answered .bars li');
  await bars.first().waitFor();
  const rows = await bars.evaluateAll((items) =>
    items.map((item) => [
      item.querySelector('.bar-label')?.textContent ?? '',
      item.querySelector('.bar-value')?.textContent ?? '',
    ]),
  );
  return Object.fromEntries(rows.map(([label, value]) => [label, Number.parseFloat(value)]));
}

/** Clicks a button that saves files; gives where they lie now. */
export async function saved(page: Page, button: string, files = 1): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sig-saved-'));
  const downloads: Promise<string>[] = [];
  page.on('download', (download) => {
    const place = join(folder, basename(download.suggestedFilename()));
    downloads.push(download.saveAs(place).then(() => place));
  });
  await page.getByRole('button', { name: new RegExp(`: ${button}$`) }).click();
  while (downloads.length < files) await page.waitForTimeout(50);
  page.removeAllListeners('download');
  return Promise.all(downloads);
}

/** The line in which the page says what went wrong. */
export async function errorLine(page: Page): Promise<string> {
  return (await page.locator('.notice.is-error span').textContent()) ?? '';
}

const app = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Keeps a picture of a part of the page: in `test-results`, or in the folder that SIG_SCREENSHOTS names, which
 * is `docs` where the pictures of the README are to be renewed.
 */
export async function keepPicture(page: Page, part: string, name: string): Promise<void> {
  const folder = join(app, process.env.SIG_SCREENSHOTS ?? 'test-results/pictures');
  const path = join(folder, `${name}.png`);
  await page.locator(part).screenshot({ path, animations: 'disabled' });
}
