import { expect, test } from 'vitest';
import { type SharpSettings, withPlainSharp } from '../../src/node/with-plain-sharp.js';

/** Settings of one's own: those of sharp itself belong to all tests that run in the process. */
function settings(): { sharp: SharpSettings; now: () => unknown } {
  let threads = 3;
  let limits: { memory: number; files: number; items: number } | false = {
    memory: 50,
    files: 20,
    items: 100,
  };
  const sharp = {
    concurrency(wanted?: number) {
      threads = wanted ?? threads;
      return threads;
    },
    cache(wanted?: typeof limits) {
      limits = wanted ?? limits;
      const { memory, files, items } = limits || { memory: 0, files: 0, items: 0 };
      return { memory: { max: memory }, files: { max: files }, items: { max: items } };
    },
  };
  return { sharp: sharp as unknown as SharpSettings, now: () => ({ threads, limits }) };
}

/** A promise and what ends it. */
function gate(): { open: () => void; passed: Promise<void> } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), passed };
}

const plain = { threads: 1, limits: false };

test('settings are plain while work is going on, and as before after it', async () => {
  const { sharp, now } = settings();
  const before = now();
  const { open, passed } = gate();
  const work = withPlainSharp(sharp, () => passed);
  expect(now()).toEqual(plain);
  open();
  await work;
  expect(now()).toEqual(before);
});

test('settings are as before when works that overlap are over, in whatever order', async () => {
  const { sharp, now } = settings();
  const before = now();
  const gates = [gate(), gate()];
  const [first, second] = gates.map(({ passed }) => withPlainSharp(sharp, () => passed));
  gates[0].open();
  await first;
  expect(now()).toEqual(plain);
  gates[1].open();
  await second;
  expect(now()).toEqual(before);
});

test('settings are put back where work fails', async () => {
  const { sharp, now } = settings();
  const before = now();
  const failing = withPlainSharp(sharp, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(now()).toEqual(before);
});
