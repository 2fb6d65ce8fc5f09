import { env } from 'onnxruntime-node';
import sharp from 'sharp';

/** Versions of what decodes images and runs graphs: figures and times are theirs too. */
export function packageVersions(): Readonly<Record<string, string>> {
  const { sharp: own = 'unknown', vips = 'unknown' } = sharp.versions;
  return {
    sharp: own,
    libvips: vips,
    'onnxruntime-node': env.versions.node ?? env.versions.common,
  };
}
