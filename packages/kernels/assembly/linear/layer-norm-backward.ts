import { laneSum } from './lanes';
import { rowMean, rowVariance } from './row-moments';

/** The gradients of `layerNorm`; those of gamma and beta are added. */
export function layerNormBackward(
  workspace: usize,
  input: usize,
  outputGradient: usize,
  inputGradient: usize,
  rows: i32,
  columns: i32,
  gamma: usize,
  epsilon: f32,
  gammaGradient: usize,
  betaGradient: usize,
): void {
  const width = (<usize>columns) << 2;
  const share = <f32>1 / <f32>columns;
  for (let row = 0; row < rows; row++, input += width, outputGradient += width) {
    const mean = rowMean(input, width);
    const scale = <f32>1 / sqrt<f32>(rowVariance(input, width, mean) + epsilon);
    let pulls = f32x4.splat(0);
    let turns = pulls;
    let j: usize = 0;
    for (; j + 16 <= width; j += 16) {
      const up = v128.load(outputGradient + j);
      const centred = f32x4.sub(v128.load(input + j), f32x4.splat(mean));
      const normal = f32x4.mul(centred, f32x4.splat(scale));
      const turned = f32x4.mul(up, normal);
      v128.store(gammaGradient + j, f32x4.add(v128.load(gammaGradient + j), turned));
      v128.store(betaGradient + j, f32x4.add(v128.load(betaGradient + j), up));
      pulls = f32x4.add(pulls, f32x4.mul(up, v128.load(gamma + j)));
      turns = f32x4.add(turns, f32x4.mul(turned, v128.load(gamma + j)));
    }
    let pull = laneSum(pulls);
    let turn = laneSum(turns);
    for (; j < width; j += 4) {
      const up = load<f32>(outputGradient + j);
      const turned = up * (load<f32>(input + j) - mean) * scale;
      store<f32>(gammaGradient + j, load<f32>(gammaGradient + j) + turned);
      store<f32>(betaGradient + j, load<f32>(betaGradient + j) + up);
      pull += up * load<f32>(gamma + j);
      turn += turned * load<f32>(gamma + j);
    }
    if (!inputGradient) continue;
    pull *= share;
    turn *= share * scale;
    for (j = 0; j + 16 <= width; j += 16) {
      const up = f32x4.mul(v128.load(outputGradient + j), v128.load(gamma + j));
      const centred = f32x4.sub(v128.load(input + j), f32x4.splat(mean));
      const shared = f32x4.add(f32x4.splat(pull), f32x4.mul(centred, f32x4.splat(turn)));
      v128.store(inputGradient + j, f32x4.mul(f32x4.sub(up, shared), f32x4.splat(scale)));
    }
    for (; j < width; j += 4) {
      const up = load<f32>(outputGradient + j) * load<f32>(gamma + j);
      const shared = pull + (load<f32>(input + j) - mean) * turn;
      store<f32>(inputGradient + j, (up - shared) * scale);
    }
    inputGradient += width;
  }
}
