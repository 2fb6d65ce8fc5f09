import type { StageCost } from '../cost/stage-cost.js';
import { fieldsOf, numberOf } from './fields.js';

/** A stage's cost from outside: numbers from 0 up. */
export function parseCost(name: string, value: unknown): StageCost {
  const fields = fieldsOf(name, value);
  const number = (field: string): number =>
    numberOf(`${name}.${field}`, fields[field], 0, Number.MAX_VALUE);
  const counted = { macs: number('macs'), bytes: number('bytes'), params: number('params') };
  return fields.milliseconds === undefined
    ? counted
    : { ...counted, milliseconds: number('milliseconds') };
}
