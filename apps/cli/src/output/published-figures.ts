/** Table 7 of ImageSig: sizes of model files before and after quantisation. */
export const publishedSizes = [
  { name: 'ImageSig + CNN1D', size: '0.6 MB', quantized: '44.2 KB' },
  { name: 'ImageSig + CNN1D, both directions', size: '0.9 MB', quantized: '66.1 KB' },
  { name: 'ImageSig + FC', size: '4.42 MB', quantized: '377 KB' },
  { name: 'MobileNetV2', size: '9.10 MB', quantized: '2.51 MB' },
] as const;

/** Table 8 of ImageSig: frames a second of the model alone, and with decoding and preprocessing. */
export const publishedSpeeds = [
  {
    hardware: 'Raspberry Pi 4',
    imageSig: { fps: 142.3, fpsFile: 15.4 },
    mobileNet: { fps: 13.9, fpsFile: 7.4 },
  },
  {
    hardware: 'Jetson Nano',
    imageSig: { fps: 442.8, fpsFile: 24.3 },
    mobileNet: { fps: 46.9, fpsFile: 19.8 },
  },
  {
    hardware: 'RTX 2080 Ti',
    imageSig: { fps: 1008.4, fpsFile: 90.69 },
    mobileNet: { fps: 62.2, fpsFile: 37.27 },
  },
] as const;
