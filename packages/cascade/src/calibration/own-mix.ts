/** The mix of a stage that answers by itself. */
export function ownMix(stage: number): number[] {
  return Array.from({ length: stage + 1 }, (_, at) => (at === stage ? 1 : 0));
}

/** Whether a mix has nothing of earlier stages. */
export function isOwnMix(mix: readonly number[]): boolean {
  return mix.slice(0, -1).every((share) => share === 0);
}
