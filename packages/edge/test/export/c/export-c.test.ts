import { dense, flatten, relu } from '@sig/heads';
import { describe, expect, it } from 'vitest';
import { addLayers } from '../../../src/export/c/add-layers.js';
import { createCProgram } from '../../../src/export/c/c-program.js';
import { exportC } from '../../../src/export/index.js';
import { expectedProbabilities, sampleImages, sampleModel, samples } from '../sample-models.js';
import { isInstalled, runOn, targets } from './targets.js';

const IMAGES = 200;
/** On the emulators, which are slow, of the samples that have all kinds of steps, and of the others. */
const EMULATED = { thorough: 30, others: 4 };
const THOROUGH = [
  'cnn1d on rows and columns of grey digits',
  'attention and pools on sequences',
  'layers on columns of pixels',
];

describe.each(Object.entries(targets))('on %s', (_, target) => {
  const there = isInstalled(target);
  if (!there) {
    it.skip(`needs compiler and emulator: apt-get install ${target.packages}`, () => undefined);
    return;
  }

  it.each(Object.entries(samples))(
    '%s compiles without a warning and says the same',
    async (name, options) => {
      const sample = sampleModel(options);
      const { width, height, channels } = sample.model.recipe;
      const emulated = THOROUGH.includes(name) ? EMULATED.thorough : EMULATED.others;
      const images = target.emulated ? emulated : IMAGES;
      const pixels = sampleImages(width * height * (channels === 'rgb' ? 3 : 1), images);
      const expected = await expectedProbabilities(sample, pixels);
      const { probabilities } = runOn(target, exportC(sample.model), pixels);
      expect(probabilities).toHaveLength(expected.length);
      const errors = probabilities.map((p, at) => Math.abs(p - expected[at]));
      expect(Math.max(...errors)).toBeLessThan(1e-4);
    },
  );
});

describe('exportC', () => {
  const tiny = (labels: readonly string[], name?: string) => {
    const { model } = sampleModel({
      recipe: { width: 4, height: 3, depth: 1 },
      head: () => [flatten(), dense(labels.length)],
      labels,
    });
    return exportC(model, { name });
  };

  it('gives the same text for the same model', () => {
    expect(tiny(['a', 'b'])).toEqual(tiny(['a', 'b']));
  });

  it('states constants and working memory', () => {
    // Of 3 lines of 3 words: features 9, scratch 3 + 3; standardisation 6, kernel 18, bias 2.
    const { header, constantBytes, workingBytes } = tiny(['a', 'b']);
    expect(constantBytes).toBe(4 * (3 + 3 + 18 + 2));
    expect(workingBytes).toBeLessThanOrEqual(4 * (9 + 1 + 6));
    expect(header).toContain(`#define MODEL_WORKING_BYTES ${workingBytes}\n`);
  });

  it('lets no label and no name out of its place', () => {
    const labels = ['"; int evil; //', 'two\n#error lines', '*/ ??/', 'köter \\'];
    const { source, header } = tiny(labels);
    expect(source).toContain('"\\042; int evil; //"');
    expect(source).toContain('"two\\012#error lines"');
    expect(source).toContain('"*/ \\077\\077/"');
    expect(source).toContain('"k\\303\\266ter \\134"');
    expect(header).not.toContain('evil');
    expect(() => tiny(labels, 'a"b')).toThrow(/letters, digits, .* got "a\\"b"/);
    expect(() => tiny(labels, '../x')).toThrow(/name of a C source/);
    expect(() => tiny(['a', 'b'.repeat(5000)])).toThrow(/a label must have at most 4095 bytes/);
    expect(tiny(labels, '7-segments').header).toContain('void model_7_segments_classify(');
  });

  it.skipIf(!isInstalled(targets['this machine']))('labels come out as they went in', () => {
    const labels = ['"; int evil; //', 'two\nlines', '*/ ??/', 'köter \\ %s'];
    const { header, source } = tiny(labels);
    const check = labels.map((label, index) => {
      const bytes = [...Buffer.from(label), 0].join(', ');
      return `int check_${index}(void) { static const char wanted[] = {${bytes.replace(/\d+/g, '(char)$&')}}; return strcmp(model_labels[${index}], wanted); }`;
    });
    const sum = labels.map((_, index) => `check_${index}()`).join(' || ');
    const probe = `${source}\n#include <stdlib.h>\n${check.map((line) => `static ${line}`).join('\n')}\n__attribute__((constructor)) static void probe(void) { if (${sum}) { abort(); } }\n`;
    const { probabilities } = runOn(
      targets['this machine'],
      { header, source: probe },
      new Uint8Array(36),
    );
    expect(probabilities).toHaveLength(4);
  });

  it('names the layer that has no counterpart', () => {
    const layers = [relu(), { ...relu(), kind: 'swirl' }];
    const program = createCProgram();
    const stack = { layers, inputShape: [4], weights: {} };
    expect(() => addLayers(program, program.buffer(4), stack)).toThrow(
      /^layer 1 \(1\.swirl\) cannot be exported to C; known are avgPool2d, /,
    );
  });
});
