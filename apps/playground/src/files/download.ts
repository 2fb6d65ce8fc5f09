import type { ExportedFile } from '../link/learner.js';

/** Gives files to the visitor as downloads. */
export function download(files: readonly ExportedFile[]): void {
  for (const { name, bytes } of files) {
    const url = URL.createObjectURL(new Blob([bytes as BlobPart]));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // The download has begun by then; the address is not needed any more.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
