import { readFileSync } from 'node:fs';

/** One path of fixtures/signature.json, computed with iisignature 0.24 in float64. */
export interface OracleCase {
  channels: number;
  depth: number;
  length: number;
  path: number[][];
  signature: number[];
  logExpanded?: number[];
  logLyndonBrackets?: number[];
  logLyndonWords?: number[];
  lyndonWords?: number[][];
  lyndonBrackets?: string[];
  cotangent?: number[];
  signatureBackward?: number[][];
  combine?: { splitAfterPoint: number; left: number[]; right: number[] };
}

const file = new URL('./fixtures/signature.json', import.meta.url);

export const oracleCases: OracleCase[] = JSON.parse(readFileSync(file, 'utf8')).cases;

export const nameOf = ({ channels, depth, length }: OracleCase): string =>
  `${channels} channels, depth ${depth}, ${length} points`;
