import type { Cost } from '@sig/heads';
import {
  countGraphCost,
  encodeOnnx,
  type MobileNetV2Options,
  mobileNetV2,
} from '../baselines/index.js';

/** What of onnxruntime-node and of onnxruntime-web is used here. */
export interface OnnxRuntime {
  readonly InferenceSession: {
    create(bytes: Uint8Array, options?: object): Promise<OnnxSession>;
  };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => unknown;
}

interface OnnxSession {
  run(feeds: Record<string, unknown>): Promise<unknown>;
  release(): Promise<void>;
}

export interface LoadMobileNetOptions extends Pick<MobileNetV2Options, 'alpha' | 'size'> {
  /** `cpu` of onnxruntime-node, `wasm` of onnxruntime-web. */
  readonly provider: 'cpu' | 'wasm';
}

/** MobileNetV2 with random weights in onnxruntime, on one thread, an image at a time. */
export interface LoadedMobileNet {
  /** As the literature names it: MobileNetV2 1.0@224. */
  readonly name: string;
  /** Pixels along a side of the image. */
  readonly size: number;
  /** Bytes are those of its float32 weights. */
  readonly cost: Cost;
  /** The network alone: from numbers that are ready. */
  run(): Promise<unknown>;
  /** From RGB pixels of its size, uint8 [size, size, 3], brought to channels first and -1 to 1. */
  runPixels(pixels: ArrayLike<number>): Promise<unknown>;
  release(): Promise<void>;
}

/**
 * Makes MobileNetV2 (random weights take as long as trained ones) ready in a runtime that is given, so
 * that this package depends on none.
 *
 * @throws RangeError when `alpha` or `size` is out of range.
 *
 * @example
 * import * as onnxruntime from 'onnxruntime-node';
 * const mobileNet = await loadMobileNet(onnxruntime, { alpha: 0.35, size: 96, provider: 'cpu' });
 * await mobileNet.run();
 */
export async function loadMobileNet(
  { InferenceSession, Tensor }: OnnxRuntime,
  { alpha = 1, size = 224, provider }: LoadMobileNetOptions,
): Promise<LoadedMobileNet> {
  const graph = mobileNetV2({ alpha, size });
  const session = await InferenceSession.create(encodeOnnx(graph), {
    executionProviders: [provider],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  const plane = size * size;
  const values = new Float32Array(3 * plane).fill(0.3);
  const image = new Tensor('float32', values, [1, 3, size, size]);
  const run = () => session.run({ image });
  return {
    name: `MobileNetV2 ${Number.isInteger(alpha) ? alpha.toFixed(1) : alpha}@${size}`,
    size,
    cost: countGraphCost(graph),
    run,
    runPixels(pixels) {
      for (let at = 0; at < plane; at++) {
        for (let channel = 0; channel < 3; channel++) {
          values[channel * plane + at] = pixels[3 * at + channel] / 127.5 - 1;
        }
      }
      return run();
    },
    release: () => session.release(),
  };
}
