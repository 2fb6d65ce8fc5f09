/** The function to minimise, of one candidate [dimension]. */
export type Objective = (x: Float64Array) => number;

/** An objective that may take its time; a generation's candidates are all asked for at once. */
export type AsyncObjective = (x: Float64Array) => number | Promise<number>;

/** The values of a whole generation, in the order of its candidates. */
export type BatchObjective = (candidates: Float64Array[]) => ArrayLike<number>;

/** A batch that may take its time: the door to threads, GPUs and other machines. */
export type AsyncBatchObjective = (
  candidates: Float64Array[],
) => ArrayLike<number> | Promise<ArrayLike<number>>;
