export type { Features } from '@sig/kernels';
export { type Random, seededRandom } from '@sig/kernels/random';
export type { Augmentation, AugmentationSpec } from './augmentation/augmentation.js';
export { augmentationNames } from './augmentation/augmentation-kinds.js';
export { createAugmentation } from './augmentation/create-augmentation.js';
export {
  type CreateCopiesOptions,
  createCopies,
  type ImageCopies,
  parseCopies,
} from './augmentation/create-copies.js';
export { parseAugmentation } from './augmentation/parse-augmentation.js';
export { type ComputeFeaturesOptions, computeFeatures } from './features/compute-features.js';
export { createFeatures } from './features/create-features.js';
export { type DefaultRecipeOptions, defaultRecipe } from './features/default-recipe.js';
export {
  colourNames,
  type FeatureGroup,
  type FeatureGroupsOptions,
  type FieldGroupsChoice,
  featureGroups,
  fieldGroups,
  learnedPathNames,
} from './features/feature-groups.js';
export type { FeatureRecipe, FieldRecipe, LineRecipe } from './features/feature-recipe.js';
export { parseRecipe } from './features/parse-recipe.js';
export { recipeCost } from './features/recipe-cost.js';
export { recipeShape } from './features/recipe-shape.js';
export { type IdxArray, parseIdx } from './idx/parse-idx.js';
export { findDuplicates, type ImageAddress } from './image/find-duplicates.js';
export { fitImage, fitNames } from './image/fit-image.js';
export type { Fit, FittedSize, Image, ImageSize, RawImage } from './image/image.js';
export { fromNdarray, toNdarray } from './image/image-ndarray.js';
export type { ImageSet } from './image/image-set.js';
export { resizeArea } from './image/resize-area.js';
export { type ResizeImageSetOptions, resizeImageSet } from './image/resize-image-set.js';
export { toGrey } from './image/to-grey.js';
export { toRgb } from './image/to-rgb.js';
export { addBasepoint } from './paths/add-basepoint.js';
export { addTime } from './paths/add-time.js';
export { type ImageStreamsOptions, imageStreams } from './paths/image-streams.js';
