import type { FieldRecipe } from '@sig/image-paths';
import { type Buffer, type Plan, reserve } from './plan.js';
import type { Lines, PlanSignatures } from './plan-features.js';

/**
 * Plans a local signature field: of each window the means of the signatures of its lines' segments,
 * one direction behind the other, then mean and deviation of each channel.
 */
export function planField(
  plan: Plan,
  { width, height, window, stride, moments }: FieldRecipe,
  pixels: Buffer,
  lines: readonly Lines[],
  words: number,
  planSignatures: PlanSignatures,
): { features: Buffer; shape: readonly number[] } {
  const windowsIn = (side: number): number => Math.floor((side - window) / stride) + 1;
  const [{ channels }] = lines;
  const across = windowsIn(width);
  const signatureWords = lines.length * words;
  const place = signatureWords + (moments ? 2 * channels : 0);
  const shape = [windowsIn(height), across, place];
  const features = reserve(plan, shape[0] * across * place);
  const segments = reserve(plan, Math.max(width, height) * words);

  lines.forEach((line, index) => {
    const [along, next] = line.stepStride === channels ? [1, across] : [across, 1];
    for (let start = 0; start < windowsIn(line.length); start++) {
      const from = start * stride * line.stepStride;
      planSignatures({ ...line, length: window }, from, segments, 0);
      plan.steps.push(() => (memory) => {
        for (let band = 0; band < windowsIn(line.paths); band++) {
          const first = (segments.at >> 2) + band * stride * words;
          const to = (features.at >> 2) + (start * along + band * next) * place + index * words;
          for (let word = 0; word < words; word++) {
            let sum = 0;
            for (let k = 0; k < window; k++) sum += memory[first + k * words + word];
            memory[to + word] = sum / window;
          }
        }
      });
    }
  });

  let bytes: Uint8Array | undefined;
  const planMoments = () => (memory: Float32Array) => {
    bytes ??= new Uint8Array(memory.buffer, pixels.at);
    const count = window ** 2;
    let to = (features.at >> 2) + signatureWords;
    for (let top = 0; top + window <= height; top += stride) {
      for (let left = 0; left + window <= width; left += stride, to += place) {
        for (let channel = 0; channel < channels; channel++) {
          let sum = 0;
          let squares = 0;
          for (let y = top; y < top + window; y++) {
            let at = (y * width + left) * channels + channel;
            for (let x = 0; x < window; x++, at += channels) {
              sum += bytes[at];
              squares += bytes[at] ** 2;
            }
          }
          memory[to + channel] = sum / count / 255;
          memory[to + channels + channel] = Math.sqrt(count * squares - sum * sum) / count / 255;
        }
      }
    }
  };
  if (moments) plan.steps.push(planMoments);
  return { features, shape };
}
