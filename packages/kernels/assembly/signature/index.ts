import { chenProducts } from './chen-product';
import { signatures } from './signature';
import { signaturesBackward } from './signature-backward';
export { scaleBytes } from './scale-bytes';
import { tensorSeries, tensorSeriesBackward } from './tensor-series';

// Every kernel of reals exists twice: in float32, and as ...Doubles in float64.

export function signatureBytes(
  workspace: usize, pixels: usize, paths: i32, pathStride: i32, length: i32, stepStride: i32,
  channels: i32, depth: i32, basepoint: i32, time: i32, out: usize, outStride: i32,
): void {
  signatures<f32>(
    workspace, true, pixels, paths, pathStride, length, stepStride, channels, depth,
    basepoint, time, 0, 0, 0, 0, out, outStride,
  );
}

export function signatureReals(
  workspace: usize, path: usize, paths: i32, pathStride: i32, length: i32, stepStride: i32,
  channels: i32, depth: i32, basepoint: i32, time: i32, reversed: i32, stream: i32,
  initial: usize, initialStride: i32, out: usize, outStride: i32,
): void {
  signatures<f32>(
    workspace, false, path, paths, pathStride, length, stepStride, channels, depth,
    basepoint, time, reversed, stream, initial, initialStride, out, outStride,
  );
}

export function signatureDoubles(
  workspace: usize, path: usize, paths: i32, pathStride: i32, length: i32, stepStride: i32,
  channels: i32, depth: i32, basepoint: i32, time: i32, reversed: i32, stream: i32,
  initial: usize, initialStride: i32, out: usize, outStride: i32,
): void {
  signatures<f64>(
    workspace, false, path, paths, pathStride, length, stepStride, channels, depth,
    basepoint, time, reversed, stream, initial, initialStride, out, outStride,
  );
}

export function signatureBackward(
  workspace: usize, path: usize, paths: i32, pathStride: i32, length: i32, stepStride: i32,
  channels: i32, depth: i32, basepoint: i32, time: i32, reversed: i32, stream: i32,
  signature: usize, signatureStride: i32, cotangent: usize, cotangentStride: i32,
  gradient: usize, gradientPathStride: i32, gradientStepStride: i32,
): void {
  signaturesBackward<f32>(
    workspace, path, paths, pathStride, length, stepStride, channels, depth,
    basepoint, time, reversed, stream, signature, signatureStride, cotangent, cotangentStride,
    gradient, gradientPathStride, gradientStepStride,
  );
}

export function signatureBackwardDoubles(
  workspace: usize, path: usize, paths: i32, pathStride: i32, length: i32, stepStride: i32,
  channels: i32, depth: i32, basepoint: i32, time: i32, reversed: i32, stream: i32,
  signature: usize, signatureStride: i32, cotangent: usize, cotangentStride: i32,
  gradient: usize, gradientPathStride: i32, gradientStepStride: i32,
): void {
  signaturesBackward<f64>(
    workspace, path, paths, pathStride, length, stepStride, channels, depth,
    basepoint, time, reversed, stream, signature, signatureStride, cotangent, cotangentStride,
    gradient, gradientPathStride, gradientStepStride,
  );
}

export function chenProduct(
  workspace: usize, left: usize, leftStride: i32, right: usize, rightStride: i32, count: i32,
  channels: i32, depth: i32, out: usize, outStride: i32,
): void {
  chenProducts<f32>(
    workspace, left, leftStride, right, rightStride, count, channels, depth, out, outStride,
  );
}

export function chenProductDoubles(
  workspace: usize, left: usize, leftStride: i32, right: usize, rightStride: i32, count: i32,
  channels: i32, depth: i32, out: usize, outStride: i32,
): void {
  chenProducts<f64>(
    workspace, left, leftStride, right, rightStride, count, channels, depth, out, outStride,
  );
}

export function tensorLog(
  workspace: usize, x: usize, xStride: i32, count: i32, channels: i32, depth: i32,
  out: usize, outStride: i32,
): void {
  tensorSeries<f32>(workspace, x, xStride, count, channels, depth, out, outStride, true);
}

export function tensorLogDoubles(
  workspace: usize, x: usize, xStride: i32, count: i32, channels: i32, depth: i32,
  out: usize, outStride: i32,
): void {
  tensorSeries<f64>(workspace, x, xStride, count, channels, depth, out, outStride, true);
}

export function tensorExp(
  workspace: usize, x: usize, xStride: i32, count: i32, channels: i32, depth: i32,
  out: usize, outStride: i32,
): void {
  tensorSeries<f32>(workspace, x, xStride, count, channels, depth, out, outStride, false);
}

export function tensorExpDoubles(
  workspace: usize, x: usize, xStride: i32, count: i32, channels: i32, depth: i32,
  out: usize, outStride: i32,
): void {
  tensorSeries<f64>(workspace, x, xStride, count, channels, depth, out, outStride, false);
}

export function tensorLogBackward(
  workspace: usize, x: usize, xStride: i32, cotangent: usize, cotangentStride: i32, count: i32,
  channels: i32, depth: i32, out: usize, outStride: i32,
): void {
  tensorSeriesBackward<f32>(
    workspace, x, xStride, cotangent, cotangentStride, count, channels, depth,
    out, outStride, true,
  );
}

export function tensorLogBackwardDoubles(
  workspace: usize, x: usize, xStride: i32, cotangent: usize, cotangentStride: i32, count: i32,
  channels: i32, depth: i32, out: usize, outStride: i32,
): void {
  tensorSeriesBackward<f64>(
    workspace, x, xStride, cotangent, cotangentStride, count, channels, depth,
    out, outStride, true,
  );
}
