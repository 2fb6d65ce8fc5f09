import { expect, it } from 'vitest';
import { runFooter } from '../../src/output/run-footer.js';

const facts = { machine: 'A machine', versions: { sharp: '1.2.3' }, seconds: 12 };

it('says what a table was run on, and how long its trainings and the rest took', () => {
  expect(runFooter({ ...facts, trainingSeconds: 3720 })).toBe(
    'A machine, sharp 1.2.3. Its trainings took 62 min, kept ones among them; the rest took 12 s.',
  );
  expect(runFooter({ ...facts, trainingSeconds: 0 })).toBe('A machine, sharp 1.2.3. It took 12 s.');
});
