/**
 * One step of Adam on `count` weights (a multiple of 4), with decoupled weight decay.
 * The corrections are 1 - beta^step.
 */
export function adam(
  workspace: usize,
  weights: usize,
  gradients: usize,
  first: usize,
  second: usize,
  count: i32,
  learningRate: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  weightDecay: f64,
  correction1: f64,
  correction2: f64,
): void {
  const b1 = f32x4.splat(<f32>beta1);
  const b2 = f32x4.splat(<f32>beta2);
  const c1 = f32x4.splat(<f32>(1 - beta1));
  const c2 = f32x4.splat(<f32>(1 - beta2));
  const rate = f32x4.splat(<f32>(learningRate / correction1));
  const root = f32x4.splat(<f32>(1 / sqrt(correction2)));
  const tiny = f32x4.splat(<f32>epsilon);
  const keep = f32x4.splat(<f32>(1 - learningRate * weightDecay));
  const end = weights + ((<usize>count) << 2);
  for (; weights < end; weights += 16, gradients += 16, first += 16, second += 16) {
    const g = v128.load(gradients);
    const m = f32x4.add(f32x4.mul(b1, v128.load(first)), f32x4.mul(c1, g));
    const v = f32x4.add(f32x4.mul(b2, v128.load(second)), f32x4.mul(c2, f32x4.mul(g, g)));
    v128.store(first, m);
    v128.store(second, v);
    const step = f32x4.div(f32x4.mul(rate, m), f32x4.add(f32x4.mul(f32x4.sqrt(v), root), tiny));
    v128.store(weights, f32x4.sub(f32x4.mul(v128.load(weights), keep), step));
  }
}
