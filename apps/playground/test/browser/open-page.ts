import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

export interface OpenBrowser {
  readonly context: BrowserContext;
  /** What the pages' scripts complained about. */
  readonly complaints: readonly string[];
  /** Opens an address in a page of its own. */
  open(address: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts a Chromium that has never been used, with a camera that shows a test picture. */
export async function openBrowser(executablePath: string): Promise<OpenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'sig-playground-'));
  const complaints: string[] = [];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ARGUMENTS,
    viewport: { width: 1180, height: 860 },
    acceptDownloads: true,
  });
  return {
    context,
    complaints,
    async open(address) {
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (said) => {
        if (said.type() === 'error') complaints.push(said.text());
      });
      await page.goto(address);
      await page.getByRole('heading', { name: 'Gather' }).waitFor();
      return page;
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
