import { InferenceSession, Tensor } from 'onnxruntime-node';
import * as web from 'onnxruntime-web';

export type OnnxRuntime = Pick<typeof web, 'InferenceSession' | 'Tensor'>;

export const onnxRuntimes: Readonly<Record<string, OnnxRuntime>> = {
  'onnxruntime-node': { InferenceSession, Tensor } as unknown as typeof web,
  'onnxruntime-web': web,
};

/** Probabilities of images of a shape [1, height, width, channels], one by one. */
export async function runOnnx(
  runtime: OnnxRuntime,
  bytes: Uint8Array,
  shape: readonly number[],
  pixels: Uint8Array,
): Promise<Float32Array> {
  const session = await runtime.InferenceSession.create(bytes, { logSeverityLevel: 3 });
  const size = shape.reduce((product, extent) => product * extent, 1);
  const found: number[] = [];
  for (let at = 0; at < pixels.length; at += size) {
    const image = new runtime.Tensor('uint8', pixels.slice(at, at + size), shape);
    const { probabilities } = await session.run({ pixels: image });
    found.push(...(probabilities.data as Float32Array));
  }
  await session.release();
  return Float32Array.from(found);
}
