import type { ImageSet } from '@sig/image-paths';
import { type FunctionStageOptions, functionStage } from './function-stage.js';
import type { Stage } from './stage.js';

/** What is needed of onnxruntime-node or onnxruntime-web. */
export interface OnnxRuntime {
  readonly Tensor: {
    new (type: 'float32', data: Float32Array, dims: readonly number[]): OnnxTensor;
    new (type: 'uint8', data: Uint8Array, dims: readonly number[]): OnnxTensor;
  };
}

export interface OnnxTensor {
  readonly data: unknown;
}

/** A session of onnxruntime-node or onnxruntime-web. */
export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Readonly<Record<string, OnnxTensor>>): Promise<Readonly<Record<string, OnnxTensor>>>;
}

export interface OnnxStageOptions extends FunctionStageOptions {
  /**
   * How the graph takes pixels: `nchw` as floats [batch, channels, height, width] (the default), `nhwc` as
   * floats [batch, height, width, channels], `bytes` as uint8 in that order.
   */
  readonly layout?: 'nchw' | 'nhwc' | 'bytes';
  /** Of each channel, pixels being 0 to 1: taken off (0). */
  readonly mean?: readonly number[];
  /** Of each channel, pixels being 0 to 1: divided by (1). */
  readonly deviation?: readonly number[];
  /** What the graph puts out; a softmax is taken of `logits` (`probabilities`). */
  readonly output?: 'probabilities' | 'logits';
  /** Images at a time (1); graphs with one size of batch take that only. */
  readonly batch?: number;
}

/**
 * A stage from an ONNX file: a session of onnxruntime-node or onnxruntime-web, whichever is handed in.
 * `countOnnxCost` of `@sig/edge/measure` counts its cost from the file.
 *
 * @example
 * const session = await ort.InferenceSession.create(bytes);
 * const resolution = { width: 224, height: 224, channels: 3 };
 * const stage = onnxStage(ort, session, { name: 'resnet50', classes, resolution, cost, output: 'logits' });
 */
export function onnxStage(
  { Tensor }: OnnxRuntime,
  session: OnnxSession,
  options: OnnxStageOptions,
): Stage {
  const { name, classes, resolution, layout = 'nchw', output = 'probabilities' } = options;
  const { batch = 1, mean = [0, 0, 0], deviation = [1, 1, 1] } = options;
  if (!Number.isInteger(batch) || batch < 1) {
    throw new RangeError(`batch must be an integer of at least 1, got ${batch}`);
  }
  const { width, height, channels } = resolution;
  if (mean.length < channels || deviation.length < channels) {
    throw new RangeError(`mean and deviation must have a number for each of ${channels} channels`);
  }
  const [input, ...otherInputs] = session.inputNames;
  if (otherInputs.length > 0) {
    throw new RangeError(`the graph of ${name} must have one input, got ${session.inputNames}`);
  }
  const size = width * height * channels;
  const tensorOf = (pixels: Uint8Array, count: number): OnnxTensor => {
    if (layout === 'bytes') return new Tensor('uint8', pixels, [count, height, width, channels]);
    const values = new Float32Array(pixels.length);
    const planes = layout === 'nchw';
    for (let at = 0; at < pixels.length; at++) {
      const [image, inside] = [Math.floor(at / size), at % size];
      const [pixel, channel] = [Math.floor(inside / channels), inside % channels];
      const place = planes ? image * size + channel * width * height + pixel : at;
      values[place] = (pixels[at] / 255 - mean[channel]) / deviation[channel];
    }
    const dims = planes ? [count, channels, height, width] : [count, height, width, channels];
    return new Tensor('float32', values, dims);
  };
  const predict = async ({ pixels, count }: ImageSet): Promise<Float32Array> => {
    const probabilities = new Float32Array(count * classes.length);
    for (let start = 0; start < count; start += batch) {
      const some = Math.min(batch, count - start);
      const part = pixels.slice(start * size, (start + some) * size);
      const results = await session.run({ [input]: tensorOf(part, some) });
      const { data } = results[session.outputNames[0]];
      if (!(data instanceof Float32Array) || data.length !== some * classes.length) {
        throw new RangeError(
          `the graph of ${name} must put out ${classes.length} floats an image, one for each class`,
        );
      }
      probabilities.set(data, start * classes.length);
    }
    if (output === 'logits') softmaxRows(probabilities, classes.length);
    return probabilities;
  };
  return functionStage(predict, options);
}

/** Logits become probabilities, in place. */
function softmaxRows(values: Float32Array, classes: number): void {
  for (let row = 0; row < values.length; row += classes) {
    const part = values.subarray(row, row + classes);
    const top = part.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    for (let at = 0; at < classes; at++) part[at] = Math.exp(part[at] - top);
    const total = part.reduce((sum, value) => sum + value, 0);
    for (let at = 0; at < classes; at++) part[at] /= total;
  }
}
