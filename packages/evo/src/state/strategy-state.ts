/** What `JSON.stringify` writes and reads back without loss. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [key: string]: Plain };

/** A strategy as plain JSON, from `toJSON`, for `strategyFrom`. */
export interface StrategyState {
  readonly version: 1;
  /** The name of the algorithm, such as 'cma-es'. */
  readonly strategy: string;
  /** The options it was created with. */
  readonly options: Plain;
  readonly generation: number;
  readonly evaluations: number;
  readonly best: Plain;
  readonly bestValue: Plain;
  readonly random: Plain;
  /** Whether candidates were asked for and not yet told; they are sampled again. */
  readonly pending: boolean;
  readonly injected: Plain;
  readonly injectedLater: Plain;
  /** The algorithm's own numbers. */
  readonly algorithm: Plain;
}
