import {
  cnn1dHead,
  type FieldHeadOptions,
  fcHead,
  fieldHead,
  type Layer,
  learnedFieldHead,
  type Shape,
  type SignatureFieldOptions,
  separableHead,
  transformerHead,
} from '@sig/heads';
import { UsageError } from '../errors.js';
import { importModule } from '../model/import-module.js';
import { type LayerFactories, ownLayers } from '../model/own-layers.js';
import { type HeadName, isHeadName } from '../options/parse-head.js';

export interface HeadOptions {
  readonly hidden?: number | undefined;
  /** Channels of the layers of a convolutional head. */
  readonly widths?: readonly number[] | undefined;
  /** Of the blocks of a head on a field. */
  readonly strides?: readonly number[] | undefined;
  /** Channels of learned paths, and the stride of the convolution that gives them. */
  readonly paths?: number | undefined;
  readonly frontStride?: number | undefined;
  /** Whether they are normalised before tanh. */
  readonly normalise?: boolean | undefined;
  /** What becomes of the places of a field. */
  readonly pool?: FieldHeadOptions['pool'] | undefined;
  /** The field of learned paths. */
  readonly field?: SignatureFieldOptions;
  readonly dropout: number;
  /** Of the images: 3, or 1 where they are grey. */
  readonly channels: number;
}

/** A function from the shape of the features and the classes to layers. */
export type Head = (shape: Shape, classes: number, options: HeadOptions) => readonly Layer[];

const HEADS: Readonly<Record<HeadName, Head>> = {
  fc: (shape, classes, { hidden, dropout }) =>
    fcHead(shape, classes, { ...known({ hidden }), dropout }),
  cnn1d: (shape, classes, { hidden, dropout }) =>
    cnn1dHead(shape, classes, { ...known({ hidden }), dropout }),
  transformer: (shape, classes, { hidden, dropout }) =>
    transformerHead(shape, classes, { ...known({ hidden }), dropout }),
  separable: (shape, classes, { widths, dropout, channels }) =>
    separableHead(shape, classes, { widths, dropout, channels }),
  field: (shape, classes, { widths, strides, pool, dropout }) =>
    fieldHead(shape, classes, { widths, strides, pool, dropout }),
  'learned-field': (shape, classes, { hidden, field, ...options }) =>
    learnedFieldHead(shape, classes, { ...field, ...options }),
};

/** A head, and how the layers of kinds of its own are made. */
export interface LoadedHead {
  readonly head: Head;
  readonly layers: LayerFactories;
}

/** The head of a name; or the `head` or default export of a module, and its `layers`. */
export async function loadHead(name: string): Promise<LoadedHead> {
  if (isHeadName(name)) return { head: HEADS[name], layers: {} };
  const module = await importModule('--head', name);
  const exported = headOf(name, module);
  return {
    head: (...args) => {
      const layers = callHead(name, () => exported(...args));
      if (Array.isArray(layers) && layers.every(isLayer)) return layers;
      throw new UsageError(`the head of ${name} must return a list of layers`);
    },
    layers: ownLayers('--head', name, module),
  };
}

/** A head's own errors, such as one of its layers' options, named as the head's. */
function callHead(head: string, call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new UsageError(`the head of ${head} failed: ${reason}`);
  }
}

function headOf(
  file: string,
  module: Record<string, unknown>,
): (...args: Parameters<Head>) => unknown {
  const exported = module.head ?? module.default;
  if (isFunction(exported)) return exported;
  throw new UsageError(
    `--head ${file} must export a function head(shape, classes, options), got ${Object.keys(module).join(', ') || 'nothing'}`,
  );
}

function isFunction(value: unknown): value is (...args: Parameters<Head>) => unknown {
  return typeof value === 'function';
}

function isLayer(value: unknown): value is Layer {
  return typeof value === 'object' && value !== null && 'kind' in value && 'forward' in value;
}

function known({ hidden }: Pick<HeadOptions, 'hidden'>): { hidden?: number } {
  return hidden === undefined ? {} : { hidden };
}
