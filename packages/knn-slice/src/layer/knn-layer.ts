import type { Layer, LayerCall } from '@sig/heads';
import {
  fill,
  gemm,
  nearestVotes,
  nearestVotesBytes,
  rowSquares,
  smallest,
} from '@sig/kernels/linear';
import type { Vote } from '../knn/knn.js';
import { checkKnnOptions } from './check-knn-options.js';

export interface KnnLayerOptions {
  /** References of each class, in the order of the classes; in `references` they lie in this order. */
  counts: readonly number[];
  /** Neighbours that vote (9): at most the references, and at most 1,024. */
  k?: number;
  vote?: Vote;
}

// References whose distances a thread holds at a time: what the product packs together.
const BLOCK = 512;
// Candidates beyond k, so that rounding in float32 seldom leaves a doubt.
const SPARE = 8;

/**
 * A k-NN as the last layer of a network, from [width] to [classes]: the logarithm of each class's share
 * of the votes (-100 for none), whose softmax is the shares. It finds the same neighbours and the same
 * class as `classify`: candidates from matrix products in float32, ranked in float64.
 *
 * The references are a weight [count, width] that no training changes, so that a model file holds them
 * as it holds every other weight, in float32 or in int8 with a scale for each column.
 *
 * @throws RangeError or TypeError when k is not from 1 to the references, or when fewer than two classes
 * have references.
 *
 * @example
 * knnLayer({ counts: [200, 180], k: 9 });
 */
export function knnLayer(options: KnnLayerOptions): Layer {
  const { counts, count, k, vote } = checkKnnOptions({ k: 9, vote: 'majority', ...options });
  const classes = counts.length;
  const kept = Math.min(count, k + SPARE);

  const place = ({ scratch, realBytes, count: samples }: LayerCall) => {
    const labels = scratch;
    const offsets = labels + count * realBytes;
    const products = offsets + count * realBytes;
    const values = products + samples * BLOCK * realBytes;
    const indices = values + samples * kept * realBytes;
    return { labels, offsets, products, values, indices, room: indices + samples * kept * 4 };
  };

  return {
    kind: 'knn',
    options: { counts, k, vote },
    outputShape(shape) {
      if (shape.length === 1) return [classes];
      throw new RangeError(
        `knn takes a shape [features], got [${shape}]; put flatten() in front of it`,
      );
    },
    parameters: ([width]) => [
      {
        name: 'references',
        shape: [count, width],
        initializer: { kind: 'glorot-uniform', fanIn: width, fanOut: count },
        // They are given, not trained.
        averageRate: 0,
      },
    ],
    macs: ([width]) => count * width,
    scratch: (_, samples) =>
      2 * count + samples * (BLOCK + 2 * kept) + Math.ceil(nearestVotesBytes(k, classes) / 4),
    forward(program, call) {
      const { input, output, realBytes, count: rows, inputShape, parameters } = call;
      const [width] = inputShape;
      const [references] = parameters;
      const { labels, offsets, products, values, indices, room } = place(call);
      for (let label = 0, first = 0; label < classes; first += counts[label++]) {
        if (counts[label] === 0) continue;
        program.push(
          fill({ target: labels + first * realBytes, count: counts[label], value: label }),
        );
      }
      program.push(rowSquares({ matrix: references, rows: count, width, squares: offsets }));
      for (let from = 0; from < count; from += BLOCK) {
        const columns = Math.min(BLOCK, count - from);
        const b = references + from * width * realBytes;
        program.push(
          gemm({
            ...{ a: input, b, c: products, transposeB: true },
            ...{ rows, columns, inner: width },
            ...{ aStride: width, bStride: width, cStride: BLOCK },
          }),
          smallest({
            matrix: products,
            stride: BLOCK,
            rows,
            columns,
            offsets: offsets + from * realBytes,
            scale: -2,
            firstIndex: from,
            k: kept,
            values,
            indices,
            fresh: from === 0,
          }),
        );
      }
      program.push(
        nearestVotes({
          ...{ queries: input, rows, references, count, width, offsets, values, indices, kept },
          ...{ labels, classes, k, byDistance: vote === 'distance', room, logits: output },
        }),
      );
    },
    backward() {
      throw new RangeError(
        'knn has no gradient; train with dense layers, then put it in their place',
      );
    },
  };
}
