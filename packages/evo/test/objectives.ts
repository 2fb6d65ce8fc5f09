export type TestObjective = (x: Float64Array) => number;

export const sphere: TestObjective = (x) => x.reduce((sum, value) => sum + value * value, 0);

/** Condition 1e6. */
export const ellipsoid: TestObjective = (x) =>
  x.reduce((sum, value, i) => sum + 10 ** ((6 * i) / (x.length - 1)) * value * value, 0);

/** Condition 1e6. */
export const cigar: TestObjective = (x) =>
  x.reduce((sum, value, i) => sum + (i === 0 ? 1 : 1e6) * value * value, 0);

export const rosenbrock: TestObjective = (x) => {
  let sum = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    sum += 100 * (x[i + 1] - x[i] ** 2) ** 2 + (1 - x[i]) ** 2;
  }
  return sum;
};

export const rastrigin: TestObjective = (x) =>
  x.reduce((sum, value) => sum + value * value - 10 * Math.cos(2 * Math.PI * value) + 10, 0);
