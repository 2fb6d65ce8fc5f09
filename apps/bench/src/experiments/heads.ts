import {
  type Cnn1dHeadOptions,
  cnn1dHead,
  dense,
  type FcHeadOptions,
  type FieldHeadOptions,
  fcHead,
  fieldHead,
  flatten,
  type Layer,
  type LearnedFieldHeadOptions,
  learnedFieldHead,
  type SeparableHeadOptions,
  type Shape,
  separableHead,
  type TransformerHeadOptions,
  transformerHead,
} from '@sig/heads';
import { type ResNetHeadOptions, resNetHead } from './res-net-head.js';

/** A head by name with its options, as plain data. */
export type HeadChoice =
  /** One dense layer. */
  | { readonly name: 'linear' }
  | { readonly name: 'fc'; readonly options?: FcHeadOptions }
  | { readonly name: 'cnn1d'; readonly options?: Cnn1dHeadOptions }
  | { readonly name: 'transformer'; readonly options?: TransformerHeadOptions }
  | { readonly name: 'separable'; readonly options?: SeparableHeadOptions }
  | { readonly name: 'res-net'; readonly options?: ResNetHeadOptions }
  | { readonly name: 'field'; readonly options?: FieldHeadOptions }
  | { readonly name: 'learned-field'; readonly options?: LearnedFieldHeadOptions };

/** The layers of a head on features of a shape. */
export function headLayers(head: HeadChoice, shape: Shape, classes: number): Layer[] {
  switch (head.name) {
    case 'linear':
      return [flatten(), dense(classes)];
    case 'fc':
      return fcHead(shape, classes, head.options);
    case 'cnn1d':
      return cnn1dHead(shape, classes, head.options);
    case 'transformer':
      return transformerHead(shape, classes, head.options);
    case 'separable':
      return separableHead(shape, classes, head.options);
    case 'res-net':
      return resNetHead(shape, classes, head.options);
    case 'field':
      return fieldHead(shape, classes, head.options);
    case 'learned-field':
      return learnedFieldHead(shape, classes, head.options);
  }
}
