import type { Recording } from './recording.js';

/**
 * What a stage said about some of its images, in the order of the places.
 *
 * @example
 * const half = pickRecording(recording, stratifiedSplit(recording.labels, 0.5, 0).training);
 */
export function pickRecording(recording: Recording, places: Int32Array): Recording {
  const { probabilities, labels, classes } = recording;
  const width = classes.length;
  const picked = new Float64Array(places.length * width);
  places.forEach((place, at) => {
    picked.set(probabilities.subarray(place * width, (place + 1) * width), at * width);
  });
  return { ...recording, probabilities: picked, labels: places.map((place) => labels[place]) };
}
