import { describe, expect, it } from 'vitest';
import {
  blendCrossover,
  type Crossover,
  createBipopCmaEs,
  createCmaEs,
  createGeneticAlgorithm,
  createIpopCmaEs,
  gaussianMutation,
  pointCrossover,
  rankSelection,
  resetMutation,
  type Strategy,
  strategyFrom,
  tournamentSelection,
  truncationSelection,
  uniformCrossover,
} from '../../src/index.js';
import { everyStrategy } from '../every-strategy.js';
import { sphere } from '../objectives.js';

const copy = (strategy: Strategy) => JSON.parse(JSON.stringify(strategy));

function advance(strategy: Strategy, generations: number): Strategy {
  for (let k = 0; k < generations; k++) strategy.tell(strategy.ask().map(sphere));
  return strategy;
}

describe('strategyFrom', () => {
  it.each([
    [undefined, 'got version undefined of undefined'],
    [{ version: 1, strategy: 'annealing' }, 'got version 1 of annealing'],
    [{ version: 2, strategy: 'cma-es' }, 'got version 2 of cma-es'],
    [{ version: 1, strategy: 'toString' }, 'got version 1 of toString'],
  ])('refuses what is no state: %j', (state, message) => {
    expect(() => strategyFrom(JSON.parse(JSON.stringify(state ?? null)))).toThrow(message);
  });

  it.each([
    ['mean', [1]],
    ['mean', 'far'],
    ['sigma', null],
    ['covariance', 3],
  ])('says which field of a damaged state is wrong: %s', (field, value) => {
    const state = copy(advance(createCmaEs({ start: [1, 2], sigma: 1 }), 3));
    state.algorithm[field] = value;
    expect(() => strategyFrom(state)).toThrow(
      new RegExp(`^state\\.algorithm\\.${field} must be .* the saved state is damaged$`),
    );
  });

  it.each(Object.entries(everyStrategy))(
    'reads a changed state of %s or says what is wrong with it',
    (_, create) => {
      const state = copy(advance(create({ start: [1, 2, 3], sigma: 1 }), 3));
      const damages = [null, 'far', -1, 1e300, [], [1], {}, true];
      for (const field of Object.keys(state.algorithm)) {
        for (const damage of damages) {
          const damaged = { ...state, algorithm: { ...state.algorithm, [field]: damage } };
          let problem = '';
          try {
            advance(strategyFrom(damaged), 2);
          } catch (error) {
            problem = error instanceof Error ? error.message : '';
          }
          expect(problem, `${field} ${damage}`).toMatch(/^$|^(state\.|the saved ).* must be /);
        }
      }
    },
  );

  it.each([createIpopCmaEs, createBipopCmaEs])('goes on after restarts: %o', (create) => {
    const bounds = { lower: -3, upper: 3 };
    const strategy = create({ start: [1, 2], sigma: 1, maxRestarts: 3, bounds });
    while (strategy.evaluations < 2000) advance(strategy, 1);
    expect(strategy.stop()).toBeUndefined();
    const other = strategyFrom(copy(strategy));
    while (!strategy.stop()) {
      advance(strategy, 1);
      advance(other, 1);
    }
    expect(copy(other)).toEqual(copy(strategy));
  });

  it.each([
    [{ selection: tournamentSelection({ size: 3 }), crossover: pointCrossover({ points: 2 }) }],
    [{ selection: rankSelection({ pressure: 1.9 }), crossover: uniformCrossover({ rate: 0.2 }) }],
    [{ selection: truncationSelection({ share: 0.3 }), crossover: blendCrossover({ alpha: 0.1 }) }],
    [{ mutation: gaussianMutation({ rate: 0.5, step: 0.1 }) }],
    [{ mutation: resetMutation({ rate: 0.3 }) }],
  ])('knows the operators of this package by name: %j', (operators) => {
    const strategy = advance(
      createGeneticAlgorithm({ start: [1, 2, 3], sigma: 1, ...operators }),
      4,
    );
    const other = strategyFrom(copy(strategy));
    expect(advance(other, 4).ask()).toEqual(advance(strategy, 4).ask());
  });

  it('asks for operators that are not of this package', () => {
    const crossover: Crossover = {
      name: 'mean',
      cross(a, b) {
        const middle = a.map((value, i) => (value + b[i]) / 2);
        return [middle, middle.slice()];
      },
    };
    const strategy = advance(createGeneticAlgorithm({ start: [1, 2], sigma: 1, crossover }), 4);
    expect(() => strategyFrom(copy(strategy))).toThrow(
      "the crossover 'mean' must be given to strategyFrom",
    );
    expect(strategyFrom(copy(strategy), { crossover }).ask()).toEqual(strategy.ask());
  });
});
