import { afterAll, beforeAll, describe } from 'vitest';
import { findChromium } from './find-chromium.js';
import { type OpenBrowser, openBrowser } from './open-page.js';
import { type Served, servePage } from './serve-page.js';

/** The built page where it is served, and the browser to open it in. */
export interface InChromium {
  readonly served: Served;
  readonly browser: OpenBrowser;
}

/** Tests of the built page in one Chromium; skipped where there is none. */
export function inChromium(title: string, tests: (at: InChromium) => void): void {
  const chromium = findChromium();

  describe.skipIf(chromium === undefined)(title, () => {
    let served: Served;
    let browser: OpenBrowser;

    beforeAll(async () => {
      served = await servePage();
      browser = await openBrowser(chromium ?? '');
    });

    afterAll(async () => {
      await browser?.close();
      served?.close();
    });

    tests({
      get served() {
        return served;
      },
      get browser() {
        return browser;
      },
    });
  });
}
