import { expect, it } from 'vitest';
import { createStates } from '../../src/session/state.js';

it('tells of every change of any value, of none that changes nothing, and of none after the end', () => {
  const { state, watch } = createStates();
  const [name, count] = [state('a'), state(1)];
  const seen: string[] = [];
  const end = watch(() => seen.push(`${name.value}${count.value}`));
  name.value = 'b';
  count.value = 1;
  count.value = 2;
  end();
  name.value = 'c';
  expect(seen).toEqual(['b1', 'b2']);
  expect(name.value).toBe('c');
});
