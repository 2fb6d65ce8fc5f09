/** The first steps warm up and are not counted. */
export const WARM_STEPS = 3;
