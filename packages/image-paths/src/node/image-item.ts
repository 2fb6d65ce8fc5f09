/** An image file and its class. */
export interface ImageItem {
  file: string;
  /** Index into the list of classes. */
  label: number;
}

/** A file that was left out, and why, in words. */
export interface SkippedFile {
  file: string;
  reason: string;
}
