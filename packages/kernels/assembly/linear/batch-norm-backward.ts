import { BLOCK_ROWS } from './block-rows';

/**
 * The gradients of a batch normalisation and of the ReLU in it; those of gamma and beta are added.
 * `scratch` is room for four rows. Where the moments are those of the batch they have gradients too.
 *
 * Both passes take blocks of rows that stay in the first cache, four columns at a time. Where the ReLU
 * was positive is computed again: that is less than to read the output.
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
  beta: usize,
  epsilon: f32,
  ofBatch: i32,
  relu: i32,
  gammaGradient: usize,
  betaGradient: usize,
  scratch: usize,
): void {
  const width = (<usize>columns) << 2;
  const pull = scratch;
  const turn = pull + width;
  const scale = turn + width;
  const floor = scale + width;
  const size = <usize>rows * width;
  const block = <usize>BLOCK_ROWS * width;
  memory.fill(pull, 0, 2 * width);
  for (let j: usize = 0; j < width; j += 4) {
    store<f32>(scale + j, load<f32>(gamma + j) / sqrt<f32>(load<f32>(variance + j) + epsilon));
    // The output is positive where what is added to beta is above this.
    store<f32>(floor + j, relu ? -load<f32>(beta + j) : -Infinity);
  }
  for (let first: usize = 0; first < size; first += block) {
    const end = min(size, first + block);
    let j: usize = 0;
    for (; j + 16 <= width; j += 16) {
      const middle = v128.load(mean + j);
      const factor = v128.load(scale + j);
      const least = v128.load(floor + j);
      let pulls = f32x4.splat(0);
      let turns = pulls;
      for (let at = first + j; at < end; at += width) {
        const centred = f32x4.sub(v128.load(input + at), middle);
        const positive = f32x4.gt(f32x4.mul(centred, factor), least);
        const g = v128.and(v128.load(outputGradient + at), positive);
        pulls = f32x4.add(pulls, g);
        turns = f32x4.add(turns, f32x4.mul(g, centred));
      }
      v128.store(pull + j, f32x4.add(v128.load(pull + j), pulls));
      v128.store(turn + j, f32x4.add(v128.load(turn + j), turns));
    }
    for (; j < width; j += 4) {
      for (let at = first + j; at < end; at += width) {
        const centred = load<f32>(input + at) - load<f32>(mean + j);
        if (!(centred * load<f32>(scale + j) > load<f32>(floor + j))) continue;
        const g = load<f32>(outputGradient + at);
        store<f32>(pull + j, load<f32>(pull + j) + g);
        store<f32>(turn + j, load<f32>(turn + j) + g * centred);
      }
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
  }
  if (!inputGradient) return;
  for (let first: usize = 0; first < size; first += block) {
    const end = min(size, first + block);
    let j: usize = 0;
    for (; j + 16 <= width; j += 16) {
      const middle = v128.load(mean + j);
      const factor = v128.load(scale + j);
      const least = v128.load(floor + j);
      const pulls = v128.load(pull + j);
      const turns = v128.load(turn + j);
      for (let at = first + j; at < end; at += width) {
        const centred = f32x4.sub(v128.load(input + at), middle);
        const positive = f32x4.gt(f32x4.mul(centred, factor), least);
        const g = v128.and(v128.load(outputGradient + at), positive);
        const shared = f32x4.add(pulls, f32x4.mul(centred, turns));
        v128.store(inputGradient + at, f32x4.mul(f32x4.sub(g, shared), factor));
      }
    }
    for (; j < width; j += 4) {
      for (let at = first + j; at < end; at += width) {
        const centred = load<f32>(input + at) - load<f32>(mean + j);
        const positive = centred * load<f32>(scale + j) > load<f32>(floor + j);
        const g: f32 = positive ? load<f32>(outputGradient + at) : 0;
        const shared = load<f32>(pull + j) + centred * load<f32>(turn + j);
        store<f32>(inputGradient + at, (g - shared) * load<f32>(scale + j));
      }
    }
  }
}
