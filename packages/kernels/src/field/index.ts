export { type FieldBytesOptions, fieldBytes } from './field-bytes.js';
export { fieldModule } from './field-module.js';
export { type FieldWindows, fieldChannels, fieldExtent } from './field-windows.js';
export { fieldWorkspaceBytes } from './field-workspace-bytes.js';
