import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { augmentationNames } from '../../src/augmentation/augmentation-kinds.js';
import { parseAugmentation } from '../../src/augmentation/parse-augmentation.js';

describe('parseAugmentation', () => {
  it('reads names and amounts in order', () => {
    expect(parseAugmentation('flip, shift:4,brightness:0.3')).toEqual([
      { name: 'flip', amount: 0.5 },
      { name: 'shift', amount: 4 },
      { name: 'brightness', amount: 0.3 },
    ]);
  });

  it('reads nothing and none as no augmentation', () => {
    for (const text of ['', '  ', 'none']) expect(parseAugmentation(text)).toEqual([]);
    expect(parseAugmentation([])).toEqual([]);
  });

  it('gives every name a default amount that it accepts itself', () => {
    const specs = parseAugmentation(augmentationNames.join(','));
    expect(specs.map(({ name }) => name)).toEqual(augmentationNames);
    expect(parseAugmentation(specs)).toEqual(specs);
  });

  it('lists the names for one that it does not know', () => {
    expect(() => parseAugmentation('flop')).toThrow(
      'augmentation must be one of flip, flip-vertical, shift, crop, rotation, brightness, contrast, saturation, hue, jitter, channel-swap, invert, noise, cut-out, each with :amount where wanted, got "flop"',
    );
    expect(() => parseAugmentation('flip,,invert')).toThrow('got ""');
    expect(() => parseAugmentation([{ name: 'toString' }])).toThrow('got "toString"');
  });

  it('says what an amount may be', () => {
    expect(() => parseAugmentation('flip:2')).toThrow(
      'the amount of flip must be a chance from 0 to 1, got 2',
    );
    expect(() => parseAugmentation('noise:')).toThrow(
      'the amount of noise must be a deviation from 0 to 1, got ""',
    );
    expect(() => parseAugmentation('brightness:much')).toThrow('got "much"');
    expect(() => parseAugmentation('brightness:0.2:3')).toThrow('got "0.2:3"');
    expect(() => parseAugmentation('shift:-1')).toThrow('must be a number of pixels');
    expect(() => parseAugmentation('shift:Infinity')).toThrow('got "Infinity"');
    expect(() => parseAugmentation('crop:0')).toThrow(
      'the amount of crop must be a smallest share of the area from 0.01 to 1, got 0',
    );
    expect(() => parseAugmentation('rotation:181')).toThrow('number of degrees from 0 to 180');
    expect(() => parseAugmentation('jitter:1.5')).toThrow('must be a part from 0 to 1');
    expect(() => parseAugmentation('cut-out:-1')).toThrow('number of pixels from 1 to 512');
    expect(() => parseAugmentation([{ name: 'flip', amount: Number.NaN }])).toThrow('got NaN');
  });

  it('refuses what is neither text nor a list', () => {
    expect(() => parseAugmentation({ name: 'flip' } as never)).toThrow(TypeError);
    expect(() => parseAugmentation([null] as never)).toThrow(TypeError);
  });

  it('either refuses any text in one line or gives specs', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          expect(parseAugmentation(text)).toBeInstanceOf(Array);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          expect(String(error)).not.toContain('\n');
        }
      }),
    );
  });
});
