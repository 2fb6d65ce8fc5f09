import type { KernelModule } from '@sig/kernels';
import { fieldModule, fieldWorkspaceBytes } from '@sig/kernels/field';
import { signatureModule, signatureWorkspaceBytes } from '@sig/kernels/signature';
import type { FeatureRecipe } from './feature-recipe.js';
import { fieldWindows } from './field-windows.js';
import { pathChannels } from './recipe-shape.js';

/** What an engine needs for a recipe. */
export interface RecipeKernels {
  readonly modules: readonly KernelModule[];
  readonly workspaceBytes: number;
}

/** The kernels of a recipe, and the workspace that they take. */
export function recipeKernels(recipe: FeatureRecipe): RecipeKernels {
  if (recipe.transform === 'field') {
    return { modules: [fieldModule], workspaceBytes: fieldWorkspaceBytes(fieldWindows(recipe)) };
  }
  const workspaceBytes = signatureWorkspaceBytes(pathChannels(recipe), recipe.depth);
  return { modules: [signatureModule], workspaceBytes };
}
