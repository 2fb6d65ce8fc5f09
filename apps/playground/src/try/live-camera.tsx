import { useEffect, useRef, useState } from 'preact/hooks';
import { type Camera, grabFrame, openCamera } from '../camera/open-camera.js';
import { drawPixels, SIDE } from '../images/decode-image.js';
import type { Answer } from '../link/learner.js';
import { formatMicroseconds } from '../page/format.js';
import { attempt, type Session } from '../session/session.js';
import { tryImage } from '../session/try-image.js';
import { ProbabilityBars } from './probability-bars.js';

export interface LiveCameraProps {
  readonly session: Session;
  readonly onClose: () => void;
}

interface Live {
  readonly answer: Answer;
  readonly framesPerSecond: number;
}

/** What the camera sees, and what the model says of it, frame after frame. */
export function LiveCamera({ session, onClose }: LiveCameraProps) {
  const { learner, model } = session;
  const video = useRef<HTMLVideoElement>(null);
  const [live, setLive] = useState<Live>();
  useEffect(() => {
    let camera: Camera | undefined;
    let running = true;
    const watch = async (element: HTMLVideoElement): Promise<void> => {
      camera = await openCamera(element);
      let last = performance.now();
      let framesPerSecond = 0;
      while (running) {
        const answer = await learner.classify(await grabFrame(element));
        const now = performance.now();
        const rate = 1000 / Math.max(1, now - last);
        framesPerSecond = framesPerSecond === 0 ? rate : 0.9 * framesPerSecond + 0.1 * rate;
        last = now;
        if (running) setLive({ answer, framesPerSecond });
        await nextFrame(element);
      }
    };
    attempt(session, async () => {
      try {
        if (video.current) await watch(video.current);
      } catch (error) {
        if (running) onClose();
        throw error;
      } finally {
        camera?.close();
      }
    });
    return () => {
      running = false;
      camera?.close();
    };
  }, []);
  const keep = (): Promise<void> =>
    attempt(session, async () => {
      if (!video.current) return;
      const frame = await grabFrame(video.current);
      const picture = drawPixels(frame, frame.width, frame.height, SIDE.toTry);
      frame.close();
      onClose();
      await tryImage(session, picture);
    });
  return (
    <div class="live">
      <div class="camera">
        <video ref={video} muted playsInline aria-label="what the camera sees" />
        <div class="row">
          <button type="button" class="primary" onClick={keep}>
            Look closer at this
          </button>
          <button type="button" onClick={onClose}>
            Close camera
          </button>
        </div>
      </div>
      <div>
        {live && model.value && (
          <>
            <ProbabilityBars
              labels={model.value.labels}
              probabilities={live.answer.probabilities}
            />
            <p class="hint rate">
              {live.framesPerSecond.toFixed(0)} frames a second,{' '}
              {formatMicroseconds(live.answer.microseconds)} each to classify
            </p>
          </>
        )}
      </div>
    </div>
  );
}

/** When the video shows its next frame. */
function nextFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    // A hidden page gets no frames; it must not wait for one for ever.
    const late = setTimeout(resolve, 250);
    const soon = (): void => {
      clearTimeout(late);
      resolve();
    };
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(soon);
    else requestAnimationFrame(soon);
  });
}
