/** One static function, or struct, of the source that is written. */
export interface CFunction {
  readonly code: string;
  /** Functions and structs that must stand above it. */
  readonly needs?: readonly string[];
  /** Headers of the C library that it needs. */
  readonly headers?: readonly ('math.h' | 'string.h')[];
}
