export {
  type DecodedItems,
  type DecodeItemsOptions,
  type DecodeProgress,
  decodeItems,
} from './decode-items.js';
export { ImageDecodeError } from './image-decode-error.js';
export type { ImageItem, SkippedFile } from './image-item.js';
export { naturalOrder } from './natural-order.js';
export { type ImageFolder, type ReadFolderOptions, readFolder } from './read-folder.js';
export { readIdxFile } from './read-idx-file.js';
export { type ReadImageOptions, readImage } from './read-image.js';
export { type Mnist, type ReadMnistOptions, readMnist } from './read-mnist.js';
export { type ReadPixelsOptions, readPixels } from './read-pixels.js';
