import type { Features, KernelCall } from '@sig/kernels';
import type { BatchLocation } from './batch-location.js';
import type { FeatureRecipe } from './feature-recipe.js';
import { parseRecipe } from './parse-recipe.js';
import { pushField } from './push-field.js';
import { pushPixels } from './push-pixels.js';
import { pushSignatures } from './push-signatures.js';
import { recipeCost } from './recipe-cost.js';
import { recipeKernels } from './recipe-kernels.js';
import { recipeShape } from './recipe-shape.js';

/**
 * The features that a recipe describes, as kernel calls for programs on an engine.
 *
 * @throws TypeError or RangeError where `parseRecipe` would.
 *
 * @example
 * const features = createFeatures(defaultRecipe({ channels: 'rgb' }));
 * const engine = createEngine({ modules: features.modules });
 * const input = engine.allocate(features.inputBytes);
 * const output = engine.allocateReals(64 * 120);
 * const program = [];
 * features.push(program, engine, input, output, 1);
 * engine.run([program]);
 */
export function createFeatures(recipe: FeatureRecipe): Features {
  const checked = parseRecipe(recipe);
  const { width, height, channels } = checked;
  const { modules, workspaceBytes } = recipeKernels(checked);
  return {
    inputBytes: width * height * (channels === 'rgb' ? 3 : 1),
    shape: recipeShape(checked),
    macs: recipeCost(checked),
    modules,
    push(program, engine, inputPointer, outputPointer, count) {
      engine.reserveWorkspace(workspaceBytes);
      pushTransform(program, checked, {
        input: inputPointer,
        output: outputPointer,
        count,
        realBytes: engine.realBytes,
      });
    },
  };
}

function pushTransform(program: KernelCall[], recipe: FeatureRecipe, batch: BatchLocation): void {
  if (recipe.transform === 'field') pushField(program, recipe, batch);
  else if (recipe.transform === 'pixels') pushPixels(program, recipe, batch);
  else pushSignatures(program, recipe, batch);
}
