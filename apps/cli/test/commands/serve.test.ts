import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeModel } from '@sig/edge';
import { architectureToJSON, createNetwork, fieldHead } from '@sig/heads';
import { createFeatures, defaultRecipe } from '@sig/image-paths';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

const BIN = fileURLToPath(new URL('../../bin/sig.js', import.meta.url));

const executablePath = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'chromium'))
  .find((file) => existsSync(file));
if (executablePath === undefined) {
  process.stderr.write('no Chromium is installed: the page that sig serve shows is not opened\n');
}

interface Serving {
  readonly address: string;
  /** Ends it as Ctrl-C does; gives its exit code. */
  end(): Promise<number | null>;
}

/** Starts `sig serve` and waits for its address. */
async function serve(...args: string[]): Promise<Serving> {
  const child = spawn(process.execPath, [BIN, 'serve', '--json', ...args]);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const said = await new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').once('data', resolve);
  });
  const { address } = JSON.parse(said);
  return {
    address,
    async end() {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** A request whose path goes over the wire as it is written. */
function ask(address: string, path: string, method = 'GET'): Promise<number | undefined> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });
}

/** A model file with random weights. */
function modelFile(folder: string): string {
  const recipe = defaultRecipe({ transform: 'field', width: 32, height: 32, window: 4, stride: 2 });
  const features = createFeatures(recipe);
  const labels = ['ant', 'bee', 'cat'];
  const network = createNetwork({ layers: fieldHead(features.shape, 3), features, seed: 4 });
  const architecture = architectureToJSON(network);
  const file = join(folder, 'insects.safetensors');
  const { weights } = network;
  writeFileSync(file, encodeModel({ kind: 'classifier', labels, recipe, architecture, weights }));
  return file;
}

test('serves the page with a model and the headers of isolation until Ctrl-C, which is no error', async () => {
  const file = modelFile(temporaryFolder());
  const { address, end } = await serve(file);
  const page = await fetch(address);
  expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(page.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  expect(await page.text()).toContain('connect-src &#39;none&#39;');
  const script = await (await fetch(`${address}served-model.js`)).text();
  const { served } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
  expect(served.name).toBe('insects.safetensors');
  expect(Buffer.from(served.content, 'base64').equals(readFileSync(file))).toBe(true);
  expect(await end()).toBe(0);
});

test('gives nothing but the files of the page', async () => {
  const { address, end } = await serve();
  for (const path of ['/../main.js', '/%2e%2e/main.js', '/assets', '/nothing', '//etc/passwd']) {
    expect(await ask(address, path)).toBe(404);
  }
  expect(await ask(address, '/', 'POST')).toBe(405);
  expect(await ask(address, '/?a=b', 'HEAD')).toBe(200);
  expect(await end()).toBe(0);
});

test('a port that is taken, a host that is none and a file that is no model are refused in one line', async () => {
  const { address, end } = await serve();
  const { port } = new URL(address);
  const taken = await runSig(['serve', '--port', port]);
  expect(taken.code).toBe(1);
  expect(taken.stderr).toBe(
    `sig: error: port ${port} is taken; give another --port, or leave it out\n`,
  );
  const elsewhere = await runSig(['serve', '--host', '192.0.2.1']);
  expect(elsewhere.stderr).toBe(
    'sig: error: --host 192.0.2.1 is no address of this machine; leave it out\n',
  );
  const broken = join(temporaryFolder(), 'broken.safetensors');
  writeFileSync(broken, 'no model');
  const refused = await runSig(['serve', broken]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/^sig: error: .*broken\.safetensors: [^\n]+\n$/);
  expect((await runSig(['serve', '--port', '70000'])).code).toBe(2);
  await end();
});

test.skipIf(executablePath === undefined)(
  'the page says of an image what sig predict says, and saves the model that sig opens',
  async () => {
    const folder = temporaryFolder();
    const file = modelFile(folder);
    const image = join(folder, 'image.png');
    const data = Uint8Array.from({ length: 90 * 70 * 3 }, (_, at) => (at * at) % 251);
    const raw = { width: 90, height: 70, channels: 3 as const };
    await sharp(data, { raw }).png().toFile(image);
    const { address, end } = await serve(file);
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    try {
      const page = await browser.newPage();
      await page.goto(address);
      await page.locator('.model').waitFor();
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      await page.getByLabel('Choose an image').last().setInputFiles(image);
      const bars = page.locator('.answered .bar-value');
      await bars.first().waitFor();
      const shown = (await bars.allTextContents()).map(Number.parseFloat);

      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: /: save the model$/ }).click();
      const saved = join(folder, 'saved.safetensors');
      await (await downloading).saveAs(saved);
      expect(readFileSync(saved).equals(readFileSync(file))).toBe(true);

      const { stdout } = await runSig(['predict', saved, image, '--json']);
      const { predictions } = JSON.parse(stdout);
      const probabilities: number[] = Object.values(predictions[0].probabilities);
      expect(shown).toHaveLength(3);
      probabilities.forEach((probability, place) => {
        expect(Math.abs(100 * probability - shown[place])).toBeLessThan(0.06);
      });
    } finally {
      await browser.close();
      await end();
    }
  },
);
