/** How many windows fit along an axis. */
export function windowCount(extent: i32, size: i32, stride: i32, padding: i32): i32 {
  return (extent + 2 * padding - size) / stride + 1;
}
