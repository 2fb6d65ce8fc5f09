export interface TensorOptions {
  /** The arrays hold their scalar (level 0) before level 1. Without it, it is implied. */
  scalarTerm?: boolean;
}
