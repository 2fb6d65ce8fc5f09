export { areaFieldMacs } from './area-field-macs.js';
export { type FieldBytesOptions, fieldBytes } from './field-bytes.js';
export { fieldModule } from './field-module.js';
export { type FieldWindows, fieldChannels, fieldExtent } from './field-windows.js';
export { fieldWorkspaceBytes } from './field-workspace-bytes.js';
export { type RealFieldOptions, realField } from './real-field.js';
export { type RealFieldBackwardOptions, realFieldBackward } from './real-field-backward.js';
export { type RealFieldWindows, realFieldScratch } from './real-field-windows.js';
