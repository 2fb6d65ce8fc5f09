import type { Features } from '@sig/kernels';
import { signatureModule, signatureWorkspaceBytes } from '@sig/kernels/signature';
import type { FeatureRecipe } from './feature-recipe.js';
import { parseRecipe } from './parse-recipe.js';
import { pushPixels } from './push-pixels.js';
import { pushSignatures } from './push-signatures.js';
import { recipeCost } from './recipe-cost.js';
import { pathChannels, recipeShape } from './recipe-shape.js';

const TRANSFORMS = { signature: pushSignatures, pixels: pushPixels };

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
  const { width, height, channels, transform } = checked;
  const pushTransform = TRANSFORMS[transform];
  const workspaceBytes = signatureWorkspaceBytes(pathChannels(checked), checked.depth);
  return {
    inputBytes: width * height * (channels === 'rgb' ? 3 : 1),
    shape: recipeShape(checked),
    macs: recipeCost(checked),
    modules: [signatureModule],
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
