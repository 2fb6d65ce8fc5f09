/** The camera of this machine. */
export interface Camera {
  readonly video: HTMLVideoElement;
  close(): void;
}

/**
 * Shows what the camera sees in a video element.
 *
 * @throws Error of one line where there is none or it is not allowed.
 */
export async function openCamera(video: HTMLVideoElement): Promise<Camera> {
  const { mediaDevices } = navigator;
  if (!mediaDevices?.getUserMedia) {
    throw new Error('this browser gives no camera to pages that are not https or localhost');
  }
  const wanted = { video: { facingMode: 'environment', width: 640, height: 480 } };
  const stream = await mediaDevices.getUserMedia(wanted).catch((error: DOMException) => {
    throw new Error(
      error.name === 'NotAllowedError'
        ? 'the camera is not allowed here; allow it beside the address'
        : `no camera can be opened: ${error.message}`,
    );
  });
  video.srcObject = stream;
  await video.play();
  return {
    video,
    close() {
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  };
}

/** The square in the middle of what a camera sees. */
export function middleOf({ videoWidth, videoHeight }: HTMLVideoElement): {
  x: number;
  y: number;
  side: number;
} {
  const side = Math.min(videoWidth, videoHeight);
  return { x: (videoWidth - side) / 2, y: (videoHeight - side) / 2, side };
}

/** A picture of the camera's middle, as a bitmap of the browser. */
export function grabFrame(video: HTMLVideoElement): Promise<ImageBitmap> {
  const { x, y, side } = middleOf(video);
  return createImageBitmap(video, x, y, side, side);
}
