import { expect, test } from 'vitest';
import { relabel } from '../../src/data/relabel.js';

test('classes in another order find their places among the labels', () => {
  expect(relabel(['a', 'b', 'c'], ['c', 'a', 'b'], 'folder')).toEqual([1, 2, 0]);
});

test('classes that are not the labels are listed beside them', () => {
  for (const classes of [['a', 'x'], ['a'], ['a', 'b', 'c']]) {
    expect(() => relabel(classes, ['a', 'b'], 'folder')).toThrow(
      `folder has the classes ${classes.join(', ')}, but the model knows a, b;`,
    );
  }
});
