import fc from 'fast-check';
import { expect, it } from 'vitest';
import { floatLiteral, identifier, stringLiteral } from '../../../src/export/c/literals.js';

it('float literals are read back as the same number, in few digits', () => {
  expect([1, -0.5, 0.1, 3e-45, 1e30, 0, -0].map(Math.fround).map(floatLiteral)).toEqual([
    '1.0f',
    '-0.5f',
    '0.1f',
    '3e-45f',
    '1e+30f',
    '0.0f',
    '-0.0f',
  ]);
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = floatLiteral(value);
      expect(text).toMatch(/^-?\d+(\.\d+)?(e[+-]\d+)?f$/);
      expect(text).toMatch(/[.e]/);
      expect(Object.is(Math.fround(Number.parseFloat(text)), value)).toBe(true);
    }),
  );
});

it('string literals hold any text in plain characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const literal = stringLiteral(text);
      expect(literal).toMatch(/^"(?:[ !#->@-[\]-~]|\\[0-3][0-7]{2})*"$/);
      const bytes = [...literal.slice(1, -1).matchAll(/\\(\d{3})|(.)/g)].map(([, octal, plain]) =>
        octal ? Number.parseInt(octal, 8) : plain.charCodeAt(0),
      );
      expect(bytes).toEqual([...Buffer.from(text)]);
    }),
  );
});

it('identifiers begin with a letter and have nothing but letters, digits and underscores', () => {
  expect(['digits', 'my-model.v2', '7 segments', '__x__', '…', ''].map(identifier)).toEqual([
    'digits',
    'my_model_v2',
    'model_7_segments',
    'x',
    'model',
    'model',
  ]);
});
