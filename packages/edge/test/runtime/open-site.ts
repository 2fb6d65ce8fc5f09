import { type Browser, chromium } from 'playwright-core';

/** Files by their names; `index.html` is the page. */
export type Site = Readonly<Record<string, string | Uint8Array>>;

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', mjs: 'text/javascript' };

export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** Opens a site that no network is asked for; gives what its scripts leave in `globalThis.found`. */
export async function openSite<Found>(browser: Browser | undefined, site: Site): Promise<Found> {
  if (!browser) throw new Error('the browser is not running');
  const page = await browser.newPage();
  try {
    const failed = new Promise<never>((_, reject) => page.on('pageerror', reject));
    await page.route('**/*', (route) => {
      const name = new URL(route.request().url()).pathname.slice(1) || 'index.html';
      if (!Object.hasOwn(site, name)) return route.fulfill({ status: 404 });
      const contentType = TYPES[name.split('.')[1]] ?? 'application/octet-stream';
      return route.fulfill({ contentType, body: Buffer.from(site[name] as Uint8Array) });
    });
    await page.goto('http://site.test/');
    await Promise.race([failed, page.waitForFunction("'found' in globalThis")]);
    return await page.evaluate<Found>('globalThis.found');
  } finally {
    await page.close();
  }
}
