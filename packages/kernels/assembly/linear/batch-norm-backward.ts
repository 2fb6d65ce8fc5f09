/**
 * The gradients of a batch normalisation; those of gamma and beta are added. `scratch` is room for
 * three rows. Where the moments are those of the batch they have gradients too.
 */
export function batchNormBackward(
  workspace: usize,
  input: usize,
  outputGradient: usize,
  inputGradient: usize,
  rows: i32,
  columns: i32,
  mean: usize,
  variance: usize,
  gamma: usize,
  epsilon: f32,
  ofBatch: i32,
  gammaGradient: usize,
  betaGradient: usize,
  scratch: usize,
): void {
  const width = (<usize>columns) << 2;
  const pull = scratch;
  const turn = scratch + width;
  const scale = turn + width;
  memory.fill(pull, 0, 2 * width);
  let x = input;
  let up = outputGradient;
  for (let row = 0; row < rows; row++, x += width, up += width) {
    let j: usize = 0;
    for (; j + 16 <= width; j += 16) {
      const g = v128.load(up + j);
      const centred = f32x4.sub(v128.load(x + j), v128.load(mean + j));
      v128.store(pull + j, f32x4.add(v128.load(pull + j), g));
      v128.store(turn + j, f32x4.add(v128.load(turn + j), f32x4.mul(g, centred)));
    }
    for (; j < width; j += 4) {
      const g = load<f32>(up + j);
      const centred = load<f32>(x + j) - load<f32>(mean + j);
      store<f32>(pull + j, load<f32>(pull + j) + g);
      store<f32>(turn + j, load<f32>(turn + j) + g * centred);
    }
  }
  const share = ofBatch ? <f32>1 / <f32>rows : <f32>0;
  for (let j: usize = 0; j < width; j += 4) {
    const root = <f32>1 / sqrt<f32>(load<f32>(variance + j) + epsilon);
    const turned = load<f32>(turn + j) * root;
    store<f32>(gammaGradient + j, load<f32>(gammaGradient + j) + turned);
    store<f32>(betaGradient + j, load<f32>(betaGradient + j) + load<f32>(pull + j));
    store<f32>(pull + j, load<f32>(pull + j) * share);
    store<f32>(turn + j, turned * root * share);
    store<f32>(scale + j, load<f32>(gamma + j) * root);
  }
  if (!inputGradient) return;
  x = input;
  up = outputGradient;
  for (let row = 0; row < rows; row++, x += width, up += width, inputGradient += width) {
    let j: usize = 0;
    for (; j + 16 <= width; j += 16) {
      const centred = f32x4.sub(v128.load(x + j), v128.load(mean + j));
      const shared = f32x4.add(v128.load(pull + j), f32x4.mul(centred, v128.load(turn + j)));
      const own = f32x4.sub(v128.load(up + j), shared);
      v128.store(inputGradient + j, f32x4.mul(own, v128.load(scale + j)));
    }
    for (; j < width; j += 4) {
      const centred = load<f32>(x + j) - load<f32>(mean + j);
      const shared = load<f32>(pull + j) + centred * load<f32>(turn + j);
      store<f32>(inputGradient + j, (load<f32>(up + j) - shared) * load<f32>(scale + j));
    }
  }
}
