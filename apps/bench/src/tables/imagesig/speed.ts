import type { SpeedTable } from '../speed/speed-table.js';
import {
  cnn1d,
  fc,
  pixelCnn1d,
  smallField,
  smallMobileNet,
  transformer,
  twoDirections,
} from './models.js';

/** Table 8: frames a second. */
export const speed: SpeedTable = {
  kind: 'speed',
  name: 'imagesig/8',
  title: 'ImageSig, table 8: frames a second',
  about:
    'FPS is of the model alone; the paper does not say whether the signature is part of it, so both are given: the head on features that are ready, and from pixels of the model’s size. FPS* has all that comes before in it: here reading a JPEG of 640 × 480, decoding it (sharp, one thread) and making it smaller. One image at a time, one thread, medians, by turns; models of this project are int8 files in the runtime, MobileNetV2 is float32 in onnxruntime-node. The machines of the paper are not at hand: what can be compared is the ratio of two rows.',
  judged: 'test',
  seeds: [0],
  rows: [
    {
      name: 'MobileNetV2, 64 px',
      model: { alpha: 1, size: 64 },
      printed: [
        { machine: 'Raspberry Pi 4', fps: 13.9, whole: 7.4 },
        { machine: 'Jetson nano', fps: 46.9, whole: 19.8 },
        { machine: 'RTX 2080 Ti', fps: 62.2, whole: 37.27 },
      ],
    },
    {
      name: 'ImageSig + CNN1D',
      model: cnn1d,
      printed: [
        { machine: 'Raspberry Pi 4', fps: 142.3, whole: 15.4 },
        { machine: 'Jetson nano', fps: 442.8, whole: 24.3 },
        { machine: 'RTX 2080 Ti', fps: 1008.4, whole: 90.69 },
      ],
    },
    { name: 'ImageSig + FC', model: fc() },
    { name: 'ImageSig + CNN1D, two directions', model: twoDirections },
    { name: 'ImageSig + Transformer', model: transformer },
    { name: 'MobileNetV2 0.35, 96 px', model: { alpha: 0.35, size: 96 } },
    { name: 'baseline: CNN1D on rows of pixels', model: pixelCnn1d },
    { name: 'baseline: depthwise CNN on pixels (small MobileNet)', model: smallMobileNet },
    { name: 'beyond the paper: signature field, small head', model: smallField },
  ],
};
