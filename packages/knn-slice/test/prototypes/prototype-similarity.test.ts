import { createEngine, type KernelCall } from '@sig/kernels';
import { linearModule } from '@sig/kernels/linear';
import { seededRandom } from '@sig/kernels/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prototypeSimilarity } from '../../src/index.js';

interface Problem {
  x: number[];
  prototypes: number[];
  upstream: number[];
}

/** Output and gradients of the layer in float64. */
function run(width: number, count: number, { x, prototypes, upstream }: Problem) {
  const engine = createEngine({
    modules: [linearModule],
    backend: 'scalar',
    precision: 'float64',
  });
  const place = (values: readonly number[]): number => {
    const pointer = engine.allocateReals(values.length);
    engine.realsAt(pointer, values.length).set(values);
    return pointer;
  };
  const layer = prototypeSimilarity(count);
  const call = {
    realBytes: engine.realBytes,
    inputShape: [width],
    outputShape: layer.outputShape([width]),
    count: x.length / width,
    input: place(x),
    output: place(upstream.map(() => 0)),
    parameters: [place(prototypes)],
    scratch: place(new Array(layer.scratch?.([width], x.length / width)).fill(9)),
    training: true,
    seed: 1,
    firstSample: 0,
  };
  const inputGradient = place(x.map(() => 0));
  const gradients = [place(prototypes.map(() => 0))];
  const program: KernelCall[] = [];
  layer.forward(program, call);
  engine.run([program]);
  const output = [...engine.realsAt(call.output, upstream.length)];
  const back: KernelCall[] = [];
  layer.backward(back, { ...call, outputGradient: place(upstream), inputGradient, gradients });
  engine.run([back]);
  return {
    output,
    inputGradient: [...engine.realsAt(inputGradient, x.length)],
    gradient: [...engine.realsAt(gradients[0], prototypes.length)],
  };
}

const STEP = 1e-5;

describe('prototypeSimilarity', () => {
  it('is minus half the squared distance, but for what all prototypes have in common', () => {
    // (1, 2) to (0, 0) and (3, 1): 5 and 5; to (1, 2) itself 0.
    const problem = { x: [1, 2], prototypes: [0, 0, 3, 1, 1, 2], upstream: [0, 0, 0] };
    const { output } = run(2, 3, problem);
    expect(output.map((value) => value - 2.5)).toEqual([-2.5, -2.5, 0]);
  });

  it('has the gradients of central differences', () => {
    const int = (max: number) => fc.integer({ min: 1, max });
    fc.assert(
      fc.property(int(4), int(5), int(4), fc.integer(), (width, count, samples, seed) => {
        const random = seededRandom(seed);
        const draw = (length: number) => Array.from({ length }, () => 2 * random() - 1);
        const problem = {
          x: draw(samples * width),
          prototypes: draw(count * width),
          upstream: draw(samples * count),
        };
        const value = (changed: Partial<Problem>): number =>
          run(width, count, { ...problem, ...changed }).output.reduce(
            (sum, output, at) => sum + output * problem.upstream[at],
            0,
          );
        const slope = (name: 'x' | 'prototypes', at: number): number => {
          const [up, down] = [STEP, -STEP].map((step) =>
            value({ [name]: problem[name].map((old, i) => (i === at ? old + step : old)) }),
          );
          return (up - down) / (2 * STEP);
        };
        const { inputGradient, gradient } = run(width, count, problem);
        for (const [at, found] of inputGradient.entries()) {
          expect(found).toBeCloseTo(slope('x', at), 6);
        }
        for (const [at, found] of gradient.entries()) {
          expect(found).toBeCloseTo(slope('prototypes', at), 6);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('says what is wrong', () => {
    expect(() => prototypeSimilarity(0)).toThrow('count must be an integer of at least 1, got 0');
    expect(() => prototypeSimilarity(3).outputShape([2, 2])).toThrow('got [2,2]; put flatten()');
  });
});
