import type { FeatureRecipe, LineRecipe } from '@sig/image-paths';
import type { OnnxValue } from '../../onnx/graph.js';
import type { GraphBuilder } from '../../onnx/graph-builder.js';
import { addField } from './field-nodes.js';
import { addIncrements, addUnit, concat } from './path-nodes.js';
import { addSignature } from './signature-nodes.js';

/**
 * The features of a recipe, from pixels uint8 [1, height, width, channels] to [streams, words], of a
 * field [windows down, windows across, words].
 *
 * @throws RangeError for a transform that has no counterpart.
 */
export function addFeatures(
  graph: GraphBuilder,
  recipe: FeatureRecipe,
  pixels: OnnxValue,
): OnnxValue {
  const [, height, width, channels] = pixels.shape;
  const numbers = graph.node('Cast', [pixels], pixels.shape, { to: { int: 1 } }, 'float32');
  const rows = graph.reshape(numbers, [height, width, channels]);
  const columns = (): OnnxValue => graph.transpose(rows, [1, 0, 2]);
  const { direction, transform } = recipe;
  switch (transform) {
    case 'field':
      return addField(graph, recipe, rows);
    case 'signature':
    case 'pixels': {
      const lines = [
        ...(direction === 'columns' ? [] : [rows]),
        ...(direction === 'rows' ? [] : [columns()]),
      ];
      const features = lines.map((points) => addLines(graph, recipe, points));
      return concat(graph, features, 0);
    }
    default:
      throw new RangeError(
        `the transform ${transform satisfies never} cannot be exported to ONNX; known are field, pixels, signature`,
      );
  }
}

/** Features of lines [lines, length, channels] of pixels from 0 to 255. */
function addLines(graph: GraphBuilder, recipe: LineRecipe, points: OnnxValue): OnnxValue {
  const [lines, length, channels] = points.shape;
  if (recipe.transform === 'pixels') {
    return addUnit(graph, graph.reshape(points, [lines, length * channels]));
  }
  return addSignature(graph, addIncrements(graph, points, recipe), recipe.depth);
}
