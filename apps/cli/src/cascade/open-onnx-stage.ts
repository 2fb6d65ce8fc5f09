import { type OnnxStageOptions, onnxStage, type Stage } from '@sig/cascade';
import { countOnnxCost } from '@sig/edge/measure';
import type { InferenceSession } from 'onnxruntime-node';
import { CommandError } from '../errors.js';
import { readInputFile } from '../files/read-input-file.js';
import type { OnnxOptions } from '../options/onnx-options.js';

export interface OpenOnnxStageOptions extends OnnxOptions {
  readonly name: string;
  readonly classes: readonly string[];
}

/**
 * A stage from an ONNX file, run by onnxruntime-node. How it takes pixels follows from its input: bytes or
 * floats, channels first or last. Outputs that do not sum to 1 are taken for logits.
 */
export async function openOnnxStage(
  file: string,
  { name, classes, onnxMean, onnxDeviation }: OpenOnnxStageOptions,
): Promise<Stage> {
  const content = readInputFile(file, 'a model file');
  const ort = await import('onnxruntime-node').catch(() => {
    throw new CommandError(
      `${file}: ONNX stages run in onnxruntime-node, which is not installed; npm install --ignore-scripts onnxruntime-node`,
    );
  });
  try {
    const session = await ort.InferenceSession.create(content, {
      ...{ intraOpNumThreads: 1, interOpNumThreads: 1 },
    });
    const cost = countOnnxCost(content);
    const options: OnnxStageOptions = {
      ...{ name, classes, mean: onnxMean, deviation: onnxDeviation },
      ...inputOf(session),
      cost: { ...cost, bytes: content.length },
    };
    const probe = onnxStage(ort, session, options);
    const { width, height, channels } = options.resolution;
    const pixels = new Uint8Array(width * height * channels).fill(128);
    const labels = new Int32Array(1);
    const said = await probe.predict({ width, height, channels, count: 1, pixels, labels });
    return isDistribution(said) ? probe : onnxStage(ort, session, { ...options, output: 'logits' });
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new CommandError(`${file}: ${reason}`);
  }
}

function inputOf(session: InferenceSession): Pick<OnnxStageOptions, 'layout' | 'resolution'> {
  const [input] = session.inputMetadata;
  const shape = input.isTensor ? input.shape : [];
  const [, ...sides] = shape.map((side) => (typeof side === 'number' && side > 0 ? side : 0));
  const isChannels = (side: number): side is 1 | 3 => side === 1 || side === 3;
  const type = input.isTensor ? input.type : 'no tensor';
  if (sides.length === 3 && !sides.includes(0)) {
    const [first, second, third] = sides;
    if (type === 'float32' && isChannels(first)) {
      return { layout: 'nchw', resolution: { width: third, height: second, channels: first } };
    }
    if ((type === 'float32' || type === 'uint8') && isChannels(third)) {
      const layout = type === 'uint8' ? 'bytes' : 'nhwc';
      return { layout, resolution: { width: second, height: first, channels: third } };
    }
  }
  throw new CommandError(
    `it must take images of one size, float32 [batch, channels, height, width] or with channels last, or uint8 with channels last, got ${type} [${shape}]; export it so`,
  );
}

function isDistribution(said: ArrayLike<number>): boolean {
  const values = Array.from(said);
  const sum = values.reduce((total, value) => total + value, 0);
  return values.every((value) => value >= 0) && Math.abs(sum - 1) < 1e-3;
}
