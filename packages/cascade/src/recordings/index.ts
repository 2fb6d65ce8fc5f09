export { type CreateRecordingOptions, createRecording } from './create-recording.js';
export { type ParseRecordingOptions, parseRecording } from './parse-recording.js';
export { pickRecording } from './pick-recording.js';
export type { Recording } from './recording.js';
