/** The options of a layer as its JSON has them. */
export type LayerOptions = Readonly<Record<string, unknown>>;
