// The objectives of the benchmarks, with where a run begins; all have the minimum 0.

/** 1 to 1e6. */
const powers = (n) => Float64Array.from({ length: n }, (_, i) => 10 ** ((6 * i) / (n - 1)));

/** A function of the dimension that gives the objective. */
export const objectives = {
  sphere: {
    start: 0.5,
    create: () => (x) => {
      let sum = 0;
      for (let i = 0; i < x.length; i++) sum += x[i] * x[i];
      return sum;
    },
  },
  ellipsoid: {
    start: 0.5,
    create: (n) => {
      const weights = powers(n);
      return (x) => {
        let sum = 0;
        for (let i = 0; i < x.length; i++) sum += weights[i] * x[i] * x[i];
        return sum;
      };
    },
  },
  rosenbrock: {
    start: 0,
    create: () => (x) => {
      let sum = 0;
      for (let i = 0; i + 1 < x.length; i++) {
        sum += 100 * (x[i + 1] - x[i] ** 2) ** 2 + (1 - x[i]) ** 2;
      }
      return sum;
    },
  },
  cigar: {
    start: 0.5,
    create: () => (x) => {
      let sum = x[0] * x[0];
      for (let i = 1; i < x.length; i++) sum += 1e6 * x[i] * x[i];
      return sum;
    },
  },
};

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Lines of columns, each as wide as its widest cell. */
export function printTable(rows) {
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => String(row[k]).length)));
  for (const row of rows) {
    const cells = row.map((cell, k) => String(cell)[k === 0 ? 'padEnd' : 'padStart'](widths[k]));
    console.log(cells.join('  '));
  }
  console.log();
}
