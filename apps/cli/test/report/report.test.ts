import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Element, elementsOf } from '../../../../test/elements.js';
import { imageFolder, writePicture } from '../image-folder.js';
import { QUICK } from '../quick-training.js';
import { runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

const HOSTILE = '<img src=x onerror=alert(1)>';
const QUOTED = `"a' & b <script>`;

/** Names that would be code where they were not escaped. */
async function hostileFolder(parts: readonly string[] = ['']): Promise<string> {
  const folder = await imageFolder({ parts });
  for (const part of parts) {
    renameSync(join(folder, part, 'flat'), join(folder, part, HOSTILE));
    renameSync(join(folder, part, 'ramp'), join(folder, part, QUOTED));
    // What shows a ramp lies among the flat ones, and is bound to be a mistake.
    const file = join(folder, part, HOSTILE, `<b onclick='x'>\u202egnp.png`);
    await writePicture(file, { slope: 1, seed: 77 });
  }
  return folder;
}

/** The text of a definition list's entry. */
function figureOf(elements: readonly Element[], name: string): string | undefined {
  const at = elements.findIndex((element) => element.name === 'dt' && element.text === name);
  return elements[at + 1]?.text;
}

function expectHarmless(page: string, elements: readonly Element[]): void {
  const names = new Set(elements.map(({ name }) => name));
  for (const name of ['script', 'iframe', 'object', 'link', 'b', 'foreignObject', 'use', 'a']) {
    expect(names).not.toContain(name);
  }
  for (const { name, attributes } of elements) {
    for (const [key, value] of Object.entries(attributes)) {
      expect(key).not.toMatch(/^on|^href$|:href$/);
      if (key === 'src') expect(value).toMatch(/^data:image\/jpeg;base64,/);
      if (name === 'img') expect(['class', 'alt', 'src']).toContain(key);
    }
  }
  const policy = elements.find(({ attributes }) => /Policy/.test(attributes['http-equiv'] ?? ''));
  expect(policy?.attributes.content).toMatch(/^default-src 'none'/);
  expect(page).not.toMatch(/@import|url\(|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  expect(page).not.toMatch(/NaN|Infinity|undefined|\u202e/);
}

describe('the report of a training', () => {
  let folder: string;
  let model: string;
  let result: Record<string, never> & {
    test: {
      accuracy: number;
      f1: number;
      intervals: { accuracy: { low: number; high: number } };
      confusion: number[][];
    };
    report: string;
    params: number;
  };
  let page: string;
  let elements: Element[];

  beforeAll(async () => {
    folder = await hostileFolder(['train', 'test']);
    model = join(temporaryFolder(), 'my.model.safetensors');
    const args = ['train', folder, '--out', model, ...QUICK, '--json', '--quiet'];
    const { code, stdout, stderr } = await runSig(args);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    result = JSON.parse(stdout);
    page = readFileSync(result.report, 'utf8');
    elements = elementsOf(page);
  });

  test('lies beside the model and is one well-formed file that loads and runs nothing', () => {
    expect(result.report).toBe(join(dirname(model), 'my.model.report.html'));
    expectHarmless(page, elements);
  });

  test('has every part', () => {
    const headings = elements.filter(({ name }) => name === 'h2').map(({ text }) => text);
    expect(headings).toEqual([
      'Training',
      'Confusion',
      'Ranking',
      'Worst mistakes',
      'Class balance',
      'Cost',
      'Training options',
    ]);
    const titles = elements.filter(({ name }) => name === 'text').map(({ text }) => text);
    for (const title of ['Loss', 'Accuracy', 'Learning rate', 'training', 'validation']) {
      expect(titles).toContain(title);
    }
  });

  test('shows the figures of the result', () => {
    const { accuracy, f1, intervals, confusion } = result.test;
    const { low, high } = intervals.accuracy;
    expect(figureOf(elements, 'accuracy')).toBe(
      `${(100 * accuracy).toFixed(2)} %${(100 * low).toFixed(2)} – ${(100 * high).toFixed(2)} %`,
    );
    expect(figureOf(elements, 'F1')).toMatch(new RegExp(`^${f1.toFixed(4)}`));
    expect(figureOf(elements, 'parameters')).toMatch(/^9,752/);
    const cells = elements.filter(({ name, text }) => name === 'title' && /^actual /.test(text));
    expect(cells.map(({ text }) => Number(/: (\d+) \(/.exec(text)?.[1]))).toEqual(confusion.flat());
    const rows = elements.filter(({ name }) => name === 'tr').map(({ text }) => text);
    expect(rows).toContain('parameters9,752');
    expect(rows).toContain('seed0');
    expect(rows.some((row) => /^peak memory\d/.test(row))).toBe(true);
  });

  test('shows the picture that was called wrongly, with its name', () => {
    const alts = elements
      .filter(({ name }) => name === 'img')
      .map(({ attributes }) => attributes.alt);
    expect(alts).toContain(`test/${HOSTILE}/<b onclick='x'>\\u202egnp.png`);
  });

  test('of a model that is measured later has the same figures and no curves', async () => {
    const report = join(temporaryFolder(), 'later.html');
    const { code } = await runSig(['eval', model, folder, '--report', report, '--quiet']);
    expect(code).toBe(0);
    const text = readFileSync(report, 'utf8');
    const later = elementsOf(text);
    expectHarmless(text, later);
    for (const name of ['accuracy', 'F1', 'average precision', 'AUC', 'parameters']) {
      expect(figureOf(later, name)).toBe(figureOf(elements, name));
    }
    const headings = later.filter(({ name }) => name === 'h2').map(({ text: title }) => title);
    expect(headings).not.toContain('Training');
    expect(headings).toContain('Training options');
  });
});

test('without test images the report is about the validation images', async () => {
  const folder = await imageFolder({ count: 20 });
  const model = join(temporaryFolder(), 'm.safetensors');
  const report = join(temporaryFolder(), 'r.html');
  const args = [...QUICK, '--epochs', '3', '--validation', '0.3', '--report', report, '--json'];
  const { stdout } = await runSig(['train', folder, '--out', model, ...args, '--quiet']);
  const result = JSON.parse(stdout);
  expect(result.report).toBe(report);
  const elements = elementsOf(readFileSync(report, 'utf8'));
  // The same images as those that chose the epoch.
  expect(figureOf(elements, 'accuracy')).toMatch(
    new RegExp(`^${(100 * result.validationAccuracy).toFixed(2)} %`),
  );
  expect(elements.find(({ name }) => name === 'p')?.text).toMatch(/12 validation images/);
});

test('without any images kept aside the report has its curves and its cost', async () => {
  const folder = await imageFolder();
  const model = join(temporaryFolder(), 'm.safetensors');
  const args = [...QUICK, '--epochs', '1', '--validation', '0', '--quiet'];
  expect((await runSig(['train', folder, '--out', model, ...args])).code).toBe(0);
  const elements = elementsOf(readFileSync(model.replace('.safetensors', '.report.html'), 'utf8'));
  const headings = elements.filter(({ name }) => name === 'h2').map(({ text }) => text);
  expect(headings).toEqual(['Training', 'Class balance', 'Cost', 'Training options']);
});

test('no report is written where none is wanted', async () => {
  const folder = await imageFolder();
  const model = join(temporaryFolder(), 'm.safetensors');
  const args = [
    'train',
    folder,
    '--out',
    model,
    ...QUICK,
    '--epochs',
    '1',
    '--no-report',
    '--json',
  ];
  const { code, stdout } = await runSig(args);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).not.toHaveProperty('report');
  expect(existsSync(model.replace('.safetensors', '.report.html'))).toBe(false);
});

test('a report that cannot be written is refused before the training', async () => {
  const folder = await imageFolder();
  const place = temporaryFolder();
  const model = join(place, 'm.safetensors');
  const refused = async (report: string, code: number, message: RegExp): Promise<void> => {
    const run = await runSig(['train', folder, '--out', model, ...QUICK, '--report', report]);
    expect(run.code).toBe(code);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toMatch(message);
    expect(existsSync(model)).toBe(false);
  };
  await refused(model, 2, /--report must be a file of its own/);
  await refused(join(place, 'none', 'r.html'), 1, /there is no folder/);
  mkdirSync(join(place, 'taken'));
  await refused(join(place, 'taken'), 1, /it is a folder/);
});
