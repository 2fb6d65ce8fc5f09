import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { fieldBytes } from './field-bytes.js';
import { realField } from './real-field.js';
import { realFieldBackward } from './real-field-backward.js';

/** The scalar twin of every kernel of the field family. */
export function fieldScalar(memory: MemoryViews): Record<string, KernelFunction> {
  return {
    fieldBytes: fieldBytes(memory),
    realField: realField(memory),
    realFieldBackward: realFieldBackward(memory),
  };
}
