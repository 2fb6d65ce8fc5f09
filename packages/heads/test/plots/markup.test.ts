import fc from 'fast-check';
import { expect, it } from 'vitest';
import { elementsOf } from '../../../../test/elements.js';
import { html, svg } from '../../src/plots/index.js';

it('escapes strings, but not what is markup already', () => {
  const inner = svg`<b>${'<script>'}</b>`;
  expect(svg`<a t="${'"\'&'}">${inner}${['x<', inner]}</a>`.markup).toBe(
    '<a t="&quot;&#39;&amp;"><b>&lt;script&gt;</b>x&lt;<b>&lt;script&gt;</b></a>',
  );
});

it('leaves nothing of what is missing, and 0 as it is', () => {
  expect(svg`<a>${undefined}${null}${false}${[]}${0}</a>`.markup).toBe('<a>0</a>');
});

it('rounds coordinates, not the numbers of a page', () => {
  expect(svg`${1 / 3}`.markup).toBe('0.33');
  expect(html`${0.0015}`.markup).toBe('0.0015');
  expect(() => svg`${Number.NaN}`).toThrow('numbers in markup must be finite, got NaN');
  expect(() => html`${Infinity}`).toThrow(RangeError);
});

it('keeps any text within its element and its attribute', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
    fc.constantFrom(']]>', '-->', '\0\x1b[2J', '\ud800', '&amp;', '</svg>', '" onload="x'),
  );
  fc.assert(
    fc.property(anything, (text) => {
      const elements = elementsOf(svg`<g a="${text}"><t>${text}</t></g>`.markup);
      expect(elements.map(({ name }) => name)).toEqual(['g', 't']);
      expect(Object.keys(elements[0].attributes)).toEqual(['a']);
    }),
    { numRuns: 500 },
  );
  const [{ text }] = elementsOf(svg`<t>${'a < "b" & \u{1f600} \0'}</t>`.markup);
  expect(text).toBe('a < "b" & \u{1f600} \ufffd');
});
