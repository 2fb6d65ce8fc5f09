import { signatures } from './signature';

export function signatureBytes(
  workspace: usize, pixels: usize, paths: i32, pathStride: i32, length: i32, stepStride: i32,
  channels: i32, depth: i32, basepoint: i32, time: i32, out: usize, outStride: i32,
): void {
  signatures<u8, f32>(
    workspace, pixels, paths, pathStride, length, stepStride, channels, depth,
    basepoint, time, 0, 0, 0, 0, out, outStride,
  );
}

export function signatureReals(
  workspace: usize, path: usize, paths: i32, pathStride: i32, length: i32, stepStride: i32,
  channels: i32, depth: i32, basepoint: i32, time: i32, reversed: i32, stream: i32,
  initial: usize, initialStride: i32, out: usize, outStride: i32,
): void {
  signatures<f32, f32>(
    workspace, path, paths, pathStride, length, stepStride, channels, depth,
    basepoint, time, reversed, stream, initial, initialStride, out, outStride,
  );
}

export function signatureDoubles(
  workspace: usize, path: usize, paths: i32, pathStride: i32, length: i32, stepStride: i32,
  channels: i32, depth: i32, basepoint: i32, time: i32, reversed: i32, stream: i32,
  initial: usize, initialStride: i32, out: usize, outStride: i32,
): void {
  signatures<f64, f64>(
    workspace, path, paths, pathStride, length, stepStride, channels, depth,
    basepoint, time, reversed, stream, initial, initialStride, out, outStride,
  );
}
