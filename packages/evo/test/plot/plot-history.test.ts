import { describe, expect, it } from 'vitest';
import { createCmaEs, type History, minimizeSync, plotHistory } from '../../src/index.js';
import { ellipsoid } from '../objectives.js';

const strategy = createCmaEs({ start: [0.5, 0.5, 0.5], sigma: 0.3 });
const { history } = minimizeSync(ellipsoid, strategy, { evaluations: 700 });

/** Fails unless every element that is opened is closed in turn. */
function tagsOf(svg: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  for (const [, close, name, empty] of svg.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else {
      names.push(name);
      if (!empty) open.push(name);
    }
  }
  expect(open).toEqual([]);
  return names;
}

describe('the plot of a history', () => {
  it('is well-formed SVG with four lines, all within the picture', () => {
    const svg = plotHistory(history, { width: 600, height: 400 });
    expect(tagsOf(svg).filter((name) => name === 'polyline')).toHaveLength(4);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    for (const [, points] of svg.matchAll(/points="([^"]+)"/g)) {
      for (const point of points.split(' ')) {
        const [x, y] = point.split(',').map(Number);
        expect(x >= 0 && x <= 600 && y >= 0 && y <= 400).toBe(true);
      }
    }
  });

  it('names its lines and escapes its title', () => {
    const svg = plotHistory(history, { title: 'a < b & "c"' });
    expect(svg).toContain('a &lt; b &amp; "c"');
    for (const label of ['best value (log)', 'sigma (log)', 'axis ratio (log)', 'evaluations']) {
      expect(svg).toContain(label);
    }
  });

  it('draws values that are not above 0 on a linear axis', () => {
    const lowered = history.map((entry) => ({ ...entry, best: (entry.best ?? 0) - 10 }));
    const svg = plotHistory(lowered);
    expect(svg).toContain('>best value<');
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it('leaves gaps for what is missing, and bears a single generation', () => {
    const first: History = [{ ...history[0], best: null, axisRatio: null }];
    const svg = plotHistory(first);
    tagsOf(svg);
    expect(svg).not.toMatch(/NaN|Infinity|null/);
  });

  it('draws a long history with few points', () => {
    const long = Array.from({ length: 50_000 }, (_, k) => ({
      ...history[0],
      generation: k + 1,
      evaluations: 7 * (k + 1),
    }));
    expect(plotHistory(long).length).toBeLessThan(80_000);
  });

  it('refuses an empty history and a picture of no size', () => {
    expect(() => plotHistory([])).toThrow('history must hold a generation, got none');
    expect(() => plotHistory(history, { width: 0 })).toThrow('width must be');
  });
});
