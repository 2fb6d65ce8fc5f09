import { useEffect, useRef } from 'preact/hooks';
import { drawPixels, SIDE } from '../images/decode-image.js';
import type { Pixels } from '../link/learner.js';
import { type Camera, grabFrame, openCamera } from './open-camera.js';

export interface CameraPanelProps {
  /** What pictures are taken for. */
  readonly name: string;
  readonly onPicture: (picture: Pixels) => void;
  readonly onError: (error: unknown) => void;
  readonly onClose: () => void;
}

/** Milliseconds from a picture to the next while the button is held. */
const EVERY = 120;

/** The camera with a button that takes a picture, or one after another while it is held. */
export function CameraPanel({ name, onPicture, onError, onClose }: CameraPanelProps) {
  const video = useRef<HTMLVideoElement>(null);
  const held = useRef<ReturnType<typeof setInterval>>(undefined);
  useEffect(() => {
    let camera: Camera | undefined;
    let closed = false;
    if (video.current) {
      openCamera(video.current).then(
        (opened) => {
          camera = opened;
          if (closed) opened.close();
        },
        (error) => {
          onError(error);
          onClose();
        },
      );
    }
    return () => {
      closed = true;
      clearInterval(held.current);
      camera?.close();
    };
  }, []);
  const take = async (): Promise<void> => {
    if (!video.current?.videoWidth) return;
    const frame = await grabFrame(video.current);
    onPicture(drawPixels(frame, frame.width, frame.height, SIDE.toLearn));
    frame.close();
  };
  const release = (): void => clearInterval(held.current);
  return (
    <div class="camera">
      <video ref={video} muted playsInline aria-label="what the camera sees" />
      <div class="row">
        <button
          type="button"
          class="primary"
          aria-label={`Take · hold for many: a picture for ${name}`}
          onPointerDown={() => {
            release();
            held.current = setInterval(take, EVERY);
          }}
          onPointerUp={release}
          onPointerLeave={release}
          onClick={take}
        >
          Take · hold for many
        </button>
        <button type="button" onClick={onClose}>
          Close camera
        </button>
      </div>
    </div>
  );
}
