export { type ExitExample, type ExitRow, type ExitsPlotOptions, exitsPlot } from './exits-plot.js';
export { type FrontPlotOptions, frontPlot, type NamedPoint } from './front-plot.js';
export { type ThresholdMapPlotOptions, thresholdMapPlot } from './threshold-map-plot.js';
