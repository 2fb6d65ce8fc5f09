export { type CExport, type ExportCOptions, exportC } from './c/export-c.js';
export { type ExportJsOptions, exportJs, type RuntimeExtension } from './js/export-js.js';
export { exportOnnx } from './onnx/export-onnx.js';
