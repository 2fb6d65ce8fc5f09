/**
 * The solution at the far corner of ∂²u/∂s∂t = ⟨dx_s, dy_t⟩ u with u = 1 on both near edges, by the
 * second-order scheme of Salvi et al. 2021 (§3.1), one row of the grid kept at a time.
 *
 * `products` is [rows, columns], the inner products of increments; each cell is divided into
 * 2^refinement by 2^refinement.
 */
export function goursat(
  products: Float64Array,
  rows: number,
  columns: number,
  refinement: number,
): number {
  const parts = 2 ** refinement;
  const width = columns * parts;
  const scale = 1 / (parts * parts);
  const line = new Float64Array(width + 1).fill(1);
  for (let row = 0; row < rows; row++) {
    for (let part = 0; part < parts; part++) {
      let corner = 1;
      let left = 1;
      for (let column = 0; column < columns; column++) {
        const product = products[row * columns + column] * scale;
        const twelfth = (product * product) / 12;
        const forward = 1 + product / 2 + twelfth;
        const back = 1 - twelfth;
        const end = (column + 1) * parts;
        for (let at = column * parts + 1; at <= end; at++) {
          const above = line[at];
          left = (left + above) * forward - corner * back;
          corner = above;
          line[at] = left;
        }
      }
    }
  }
  return line[width];
}
