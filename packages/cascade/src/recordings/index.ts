export { type CreateRecordingOptions, createRecording } from './create-recording.js';
export type { Recording } from './recording.js';
