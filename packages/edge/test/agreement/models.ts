import {
  cnn1dHead,
  fcHead,
  fieldHead,
  learnedFieldHead,
  predict,
  transformerHead,
} from '@sig/heads';
import {
  calibrate,
  createModelNetwork,
  decodeModel,
  encodeModel,
  type QuantizationMode,
  quantizeModel,
  type SavedModel,
} from '../../src/index.js';
import { type SampleOptions, sampleModel } from '../export/sample-models.js';
import { variedImages } from './images.js';

export const IMAGES = 200;

/** A model file, what it is given, and what the network of the training code says of that. */
export interface AgreementCase {
  readonly file: Uint8Array;
  readonly model: SavedModel;
  /** [images, height, width, channels] */
  readonly pixels: Uint8Array;
  readonly imageShape: readonly [height: number, width: number, channels: number];
  /** [images, classes] */
  readonly expected: Float32Array;
}

export type AgreementModel = SampleOptions & {
  readonly mode?: QuantizationMode;
  /** Small enough for 200 images on emulators. */
  readonly emulated?: boolean;
};

const rows: SampleOptions = {
  recipe: { width: 32, height: 32 },
  head: (shape) => cnn1dHead(shape, 2),
};
const bothDirections: SampleOptions = {
  recipe: { width: 12, height: 12, direction: 'both', depth: 3 },
  head: (shape) => cnn1dHead(shape, 3, { filters: [8, 12], hidden: 10 }),
};
const field: SampleOptions = {
  recipe: { width: 32, height: 24, transform: 'field' },
  head: (shape) => fieldHead(shape, 3, { widths: [8, 8, 12] }),
};

const learned: SampleOptions = {
  recipe: { width: 32, height: 24, transform: 'pixels' },
  head: (shape) => learnedFieldHead(shape, 3, { widths: [32, 32, 48] }),
};

export const agreementModels: Readonly<Record<string, AgreementModel>> = {
  'cnn1d on rows': rows,
  'cnn1d on rows, dynamic-int8': { ...rows, mode: 'dynamic-int8' },
  'cnn1d on rows, int8': { ...rows, mode: 'int8' },
  'cnn1d on rows and columns': { ...bothDirections, emulated: true },
  'cnn1d on rows and columns, int8': { ...bothDirections, mode: 'int8', emulated: true },
  'fc on rows of grey': {
    recipe: { width: 20, height: 16, channels: 'grey', depth: 4, time: true },
    head: (shape) => fcHead(shape, 4),
  },
  'fc on rows, float16': {
    recipe: { width: 16, height: 16 },
    head: (shape) => fcHead(shape, 2, { hidden: 20 }),
    mode: 'float16',
  },
  'transformer on rows': {
    recipe: { width: 24, height: 24, depth: 3 },
    head: (shape) => transformerHead(shape, 3, { filters: [16, 16], heads: 4, keySize: 8 }),
  },
  'field head on a field': field,
  'field head on a field, int8': { ...field, mode: 'int8' },
  'learned field': learned,
  'learned field, dynamic-int8': { ...learned, mode: 'dynamic-int8' },
  'learned field, int8': { ...learned, mode: 'int8' },
};

export async function agreementCase({ mode, ...options }: AgreementModel): Promise<AgreementCase> {
  const { model: sample } = sampleModel(options);
  const { width, height } = sample.recipe;
  const channels = sample.recipe.channels === 'rgb' ? 3 : 1;
  const size = { width, height, channels };
  const images = (count: number, seed: number) => variedImages(size, count, seed);
  const how =
    mode === 'int8'
      ? { mode, activations: await calibrate(sample, images(48, 2)) }
      : mode && { mode };
  const file = encodeModel(how ? quantizeModel(sample, how) : sample);
  const model = decodeModel(file);
  const pixels = images(IMAGES, 1);
  const expected = await predict(createModelNetwork(model), pixels);
  return { file, model, pixels, imageShape: [height, width, channels], expected };
}
