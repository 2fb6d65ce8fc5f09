import { countCost, type LayerOptions, type Network, type Shape } from '@sig/heads';

/** One layer of a network, and what it costs. */
export interface LayerRow {
  readonly kind: string;
  readonly options: LayerOptions;
  readonly outputShape: Shape;
  readonly params: number;
  /** For one image. */
  readonly macs: number;
}

export function layerRows({ layers, shapes, inputShape }: Network): LayerRow[] {
  return layers.map((layer, place) => {
    const given = place === 0 ? inputShape : shapes[place - 1];
    const { params, macs } = countCost([layer], given);
    const { kind, options } = layer;
    return { kind, options, outputShape: shapes[place], params, macs };
  });
}
