/** Pixels along a side of a digit. */
export const DIGIT = 28;
/** The picture of the digits has a row for each class, and so many digits in it. */
export const DIGITS_A_CLASS = 110;
