/** Where a batch of images lies in an engine's memory and where its features go. */
export interface BatchLocation {
  /** Byte pointer to uint8 images, one after the other. */
  input: number;
  /** Byte pointer to the features, one image's after the other. */
  output: number;
  count: number;
  /** Bytes of a real number. */
  realBytes: number;
}
