import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.js';
import {
  linearModule,
  type NearestVotesOptions,
  nearestVotes,
  nearestVotesBytes,
} from '../../src/linear/index.js';
import { integers, reals } from './arbitraries.js';
import { expectClose } from './run-on-both.js';

type Shape = Pick<
  NearestVotesOptions,
  'rows' | 'count' | 'width' | 'kept' | 'classes' | 'k' | 'byDistance'
>;

interface Case {
  readonly shape: Shape;
  readonly queries: number[];
  readonly references: number[];
  readonly labels: number[];
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    rows: integers(1, 3),
    width: integers(1, 5),
    k: integers(1, 5),
    spare: integers(0, 2),
    others: integers(0, 4),
    classes: integers(2, 4),
    byDistance: fc.boolean(),
  })
  .chain(({ rows, width, k, spare, others, classes, byDistance }) => {
    const count = k + spare + others;
    return fc.record({
      shape: fc.constant({ rows, count, width, kept: k + spare, classes, k, byDistance }),
      queries: reals(rows * width),
      references: reals(count * width),
      labels: fc.array(integers(0, classes - 1), { minLength: count, maxLength: count }),
    });
  });

/** Squared distances of a query to all references, the nearest first. */
function ranked({ shape: { width, count }, queries, references }: Case, row: number) {
  return Array.from({ length: count }, (_, index) => {
    let square = 0;
    for (let j = 0; j < width; j++) {
      square += (queries[row * width + j] - references[index * width + j]) ** 2;
    }
    return { index, square };
  }).sort((a, b) => a.square - b.square || a.index - b.index);
}

/** Runs the kernel on candidates that `offer` chooses for each row. */
function run(
  backend: 'simd' | 'scalar',
  given: Case,
  offer: (row: number) => { values: number[]; indices: number[] },
): number[] {
  const { shape, queries, references, labels } = given;
  const { rows, width, count, kept, classes, k } = shape;
  const engine = createEngine({ modules: [linearModule], backend });
  const put = (values: readonly number[]): number => {
    const at = engine.allocateReals(values.length);
    engine.realsAt(at, values.length).set(values);
    return at;
  };
  const offered = Array.from({ length: rows }, (_, row) => offer(row));
  const indices = engine.allocate(rows * kept * 4);
  engine.int32At(indices, rows * kept).set(offered.flatMap((one) => one.indices));
  const squares = Array.from({ length: count }, (_, index) =>
    references.slice(index * width, (index + 1) * width).reduce((sum, x) => sum + x * x, 0),
  );
  const logits = engine.allocateReals(rows * classes + 1);
  engine.realsAt(logits, rows * classes + 1).fill(77);
  const at = {
    queries: put(queries),
    references: put(references),
    offsets: put(squares),
    values: put(offered.flatMap((one) => one.values)),
    labels: put(labels),
    room: engine.allocate(nearestVotesBytes(k, classes)),
  };
  engine.call(...nearestVotes({ ...shape, ...at, indices, logits }));
  const found = [...engine.realsAt(logits, rows * classes + 1)];
  expect(found.pop()).toBe(77);
  return found;
}

/** The logarithms of the shares, by the definition. */
function expected(given: Case, row: number): { winner: number; logits: number[] } {
  const { labels, shape } = given;
  const { k, classes, byDistance } = shape;
  const nearest = ranked(given, row).slice(0, k);
  const exact = nearest[0].square === 0;
  const weigh = (square: number) =>
    !byDistance ? 1 : exact ? Number(square === 0) : 1 / Math.sqrt(square);
  const shares = new Array<number>(classes).fill(0);
  let total = 0;
  for (const { index, square } of nearest) {
    shares[labels[index]] += weigh(square);
    total += weigh(square);
  }
  const most = Math.max(...shares);
  const winner = labels[nearest.find(({ index }) => shares[labels[index]] === most)?.index ?? -1];
  return { winner, logits: shares.map((share) => (share > 0 ? Math.log(share / total) : -100)) };
}

describe.each(['simd', 'scalar'] as const)('nearestVotes (%s)', (backend) => {
  const check = (given: Case, offer: Parameters<typeof run>[2]) => {
    const { rows, classes } = given.shape;
    const found = run(backend, given, offer);
    for (let row = 0; row < rows; row++) {
      const logits = found.slice(row * classes, (row + 1) * classes);
      const wanted = expected(given, row);
      expectClose(logits, wanted.logits, 3e-5);
      const others = logits.filter((_, label) => label !== wanted.winner);
      expect(logits[wanted.winner]).toBeGreaterThan(Math.max(...others));
    }
  };

  it('lets the k nearest of the candidates vote, and who has the nearest wins a tie', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { shape, queries } = given;
        const { kept, width } = shape;
        check(given, (row) => {
          const own = queries.slice(row * width, (row + 1) * width);
          const square = own.reduce((sum, x) => sum + x * x, 0);
          const best = ranked(given, row).slice(0, kept);
          return {
            values: best.map((one) => one.square - square),
            // Their order does not matter.
            indices: best.map(({ index }) => index).reverse(),
          };
        });
      }),
    );
  });

  it('looks at all references where there are too few candidates or others may be nearer', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), (given, few) => {
        const { kept } = given.shape;
        check(given, (row) => {
          const worst = ranked(given, row).slice(-kept);
          const none = kept < given.shape.count && few;
          return {
            // So small that rounding could hide a nearer one.
            values: worst.map(() => -1e6),
            indices: worst.map(({ index }, at) => (none && at > 0 ? -1 : index)),
          };
        });
      }),
    );
  });

  it('gives every class the same where no distance is finite', () => {
    const shape = { rows: 1, count: 2, width: 1, kept: 2, classes: 2, k: 1 };
    const given = { shape, queries: [Number.NaN], references: [0, 1], labels: [0, 1] };
    const offer = () => ({ values: [Infinity, Infinity], indices: [-1, -1] });
    const [a, b] = run(backend, given, offer);
    expect([a, b].map((logit) => Math.round(logit))).toEqual([-100, -100]);
  });
});
