import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.js';
import { linearModule, softmaxLoss } from '../../src/linear/index.js';
import { integers, zeros } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

const problems = fc
  .record({ count: integers(1, 5), classes: integers(1, 6) })
  .chain(({ count, classes }) =>
    fc.record({
      count: fc.constant(count),
      classes: fc.constant(classes),
      logits: fc.array(
        fc.integer({ min: -200, max: 200 }).map((value) => value / 16),
        { minLength: count * classes, maxLength: count * classes },
      ),
      labels: fc.array(integers(0, classes - 1), { minLength: count, maxLength: count }),
      classWeights: fc.array(
        integers(0, 32).map((value) => value / 8),
        { minLength: classes, maxLength: classes },
      ),
      gamma: fc.constantFrom(0, 0.5, 1, 2, 5),
      smoothing: fc.constantFrom(0, 0.0625, 0.5),
      scale: fc.constantFrom(1, 0.25),
    }),
  );

describe('softmaxLoss', () => {
  it('is the same compiled and in its twin, for every exponent, smoothing and class weight', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { count, classes, logits, labels, classWeights } = problem;
        const { gamma, smoothing, scale } = problem;
        const { simd, scalar } = runOnBoth(
          {
            logits,
            labels,
            classWeights,
            probabilities: zeros(logits.length),
            gradient: zeros(logits.length),
            loss: [0.5],
          },
          (at) => softmaxLoss({ ...at, count, classes, gamma, smoothing, scale }),
          ['labels'],
        );
        expectClose(simd.probabilities, scalar.probabilities, 1e-6);
        expectClose(simd.gradient, scalar.gradient, 1e-5);
        expectClose(simd.loss, scalar.loss, 1e-5);
      }),
    );
  });

  it('is the mean of the losses of both labels of a mixed sample, compiled and in its twin', () => {
    const mixed = problems.chain((problem) =>
      fc.record({
        problem: fc.constant(problem),
        otherLabels: fc.array(integers(0, problem.classes - 1), {
          minLength: problem.count,
          maxLength: problem.count,
        }),
        otherShares: fc.array(
          integers(0, 8).map((value) => value / 16),
          { minLength: problem.count, maxLength: problem.count },
        ),
      }),
    );
    fc.assert(
      fc.property(mixed, ({ problem, otherLabels, otherShares }) => {
        const { count, classes, logits, labels, classWeights } = problem;
        const { gamma, smoothing, scale } = problem;
        const options = { count, classes, gamma, smoothing, scale };
        const arrays = {
          logits,
          labels,
          classWeights,
          probabilities: zeros(logits.length),
          gradient: zeros(logits.length),
          loss: [0],
        };
        const both = runOnBoth(
          { ...arrays, otherLabels, otherShares },
          (at) => softmaxLoss({ ...at, ...options }),
          ['labels', 'otherLabels'],
        );
        // Sample by sample, with one label each.
        let loss = 0;
        const gradient = zeros(logits.length);
        for (let sample = 0; sample < count; sample++) {
          for (const [label, share] of [
            [labels[sample], 1 - otherShares[sample]],
            [otherLabels[sample], otherShares[sample]],
          ]) {
            const { scalar } = runOnBoth(
              {
                ...arrays,
                logits: logits.slice(sample * classes, (sample + 1) * classes),
                labels: [label],
              },
              (at) => softmaxLoss({ ...at, ...options, count: 1 }),
              ['labels'],
            );
            loss += share * scalar.loss[0];
            for (let j = 0; j < classes; j++) {
              gradient[sample * classes + j] += share * scalar.gradient[j];
            }
          }
        }
        for (const found of [both.simd, both.scalar]) {
          expectClose(found.loss, [loss], 1e-5);
          expectClose(found.gradient, gradient, 1e-5);
        }
      }),
      { numRuns: 40 },
    );
  });

  const told = problems.chain((problem) =>
    fc.record({
      problem: fc.constant(problem),
      targets: fc
        .array(fc.array(integers(1, 9), { minLength: 6, maxLength: 6 }), {
          minLength: problem.count,
          maxLength: problem.count,
        })
        .map((rows) => rows.flatMap((row) => shares(row.slice(0, problem.classes)))),
    }),
  );

  it('takes targets in place of labels, the same compiled and in its twin', () => {
    fc.assert(
      fc.property(told, ({ problem, targets }) => {
        const { count, classes, logits, labels, classWeights } = problem;
        const { gamma, smoothing, scale } = problem;
        const { simd, scalar } = runOnBoth(
          {
            logits,
            labels,
            targets,
            classWeights,
            probabilities: zeros(logits.length),
            gradient: zeros(logits.length),
            loss: [0],
          },
          (at) => softmaxLoss({ ...at, count, classes, gamma, smoothing, scale }),
          ['labels'],
        );
        expectClose(simd.gradient, scalar.gradient, 1e-5);
        expectClose(simd.loss, scalar.loss, 1e-5);
      }),
    );
  });

  it('with targets is the sum of the cross-entropies of all labels, each by its part of the target', () => {
    fc.assert(
      fc.property(told, ({ problem, targets }) => {
        const { count, classes, logits, labels, smoothing, scale } = problem;
        const options = { count, classes, smoothing, scale };
        const arrays = {
          logits,
          probabilities: zeros(logits.length),
          gradient: zeros(logits.length),
          loss: [0],
        };
        const whole = runOnBoth(
          { ...arrays, labels, targets },
          (at) => softmaxLoss({ ...at, ...options }),
          ['labels'],
        );
        let loss = 0;
        const gradient = zeros(logits.length);
        for (let label = 0; label < classes; label++) {
          for (let sample = 0; sample < count; sample++) {
            const { scalar } = runOnBoth(
              {
                ...arrays,
                logits: logits.slice(sample * classes, (sample + 1) * classes),
                labels: [label],
              },
              (at) => softmaxLoss({ ...at, ...options, count: 1 }),
              ['labels'],
            );
            const part = targets[sample * classes + label];
            loss += part * scalar.loss[0];
            for (let j = 0; j < classes; j++) {
              gradient[sample * classes + j] += part * scalar.gradient[j];
            }
          }
        }
        for (const found of [whole.simd, whole.scalar]) {
          expectClose(found.loss, [loss], 1e-5);
          expectClose(found.gradient, gradient, 1e-5);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives only probabilities where there are no labels', () => {
    const { simd } = runOnBoth(
      { logits: [0, Math.log(3), 5, 5], probabilities: zeros(4), loss: [0.25] },
      ({ logits, probabilities }) => softmaxLoss({ logits, probabilities, count: 2, classes: 2 }),
    );
    expectClose(simd.probabilities, [0.25, 0.75, 0.5, 0.5], 1e-6);
    expect(simd.loss).toEqual([0.25]);
  });

  it('stays finite for logits far apart, and keeps the gradient of a confident sample', () => {
    const { simd } = runOnBoth(
      {
        logits: [60, 0, -300, 300],
        labels: [0, 0],
        probabilities: zeros(4),
        gradient: zeros(4),
        loss: [0],
      },
      (at) => softmaxLoss({ ...at, count: 2, classes: 2, scale: 1 }),
      ['labels'],
    );
    expectClose(simd.loss, [600], 1e-6);
    expect(simd.gradient[0]).toBeLessThan(0);
    expectClose(simd.gradient.slice(2), [-1, 1], 1e-6);
  });

  it('passes NaN on', () => {
    const engine = createEngine({ modules: [linearModule] });
    const logits = engine.allocateReals(2);
    const probabilities = engine.allocateReals(2);
    engine.realsAt(logits, 2).set([Number.NaN, 1]);
    engine.call(...softmaxLoss({ logits, probabilities, count: 1, classes: 2 }));
    expect(Array.from(engine.realsAt(probabilities, 2))).toEqual([Number.NaN, Number.NaN]);
  });
});

/** Each part by the sum of all. */
function shares(parts: readonly number[]): number[] {
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}
