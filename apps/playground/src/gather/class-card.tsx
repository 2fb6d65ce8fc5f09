import { useState } from 'preact/hooks';
import { CameraPanel } from '../camera/camera-panel.js';
import { pickedFiles } from '../images/dropped-files.js';
import { DropArea } from '../page/drop-area.js';
import { FileButton } from '../page/file-button.js';
import { plural } from '../page/format.js';
import { changed, type ImageClass } from '../session/classes.js';
import { addFiles, addImages } from '../session/gather-images.js';
import { attempt, type Session } from '../session/session.js';
import { Thumbnails } from './thumbnails.js';

export interface ClassCardProps {
  readonly session: Session;
  readonly of: ImageClass;
  /** Its place among the classes, which decides its colour. */
  readonly place: number;
}

/** A class: its name, its images, and the ways to add some. */
export function ClassCard({ session, of: { id, name, images }, place }: ClassCardProps) {
  const { classes } = session;
  const [camera, setCamera] = useState(false);
  const called = name || `class ${place + 1}`;
  return (
    <DropArea
      class="card class-card"
      onFiles={(groups) => attempt(session, () => addFiles(session, groups, id))}
    >
      <div class="class-head" data-hue={place % 8}>
        <input
          class="class-name"
          value={name}
          aria-label={`name of class ${place + 1}`}
          maxLength={60}
          onInput={({ currentTarget: { value } }) => {
            classes.value = changed(classes.value, id, { name: value });
          }}
        />
        <span class="count">{plural(images.length, 'image')}</span>
        <button
          type="button"
          class="plain"
          aria-label={`remove the class ${called}`}
          onClick={() => {
            classes.value = classes.value.filter((one) => one.id !== id);
          }}
        >
          ×
        </button>
      </div>
      {images.length === 0 && !camera && <p class="hint empty">Drop images here, paste them, or</p>}
      {camera ? (
        <CameraPanel
          name={called}
          onPicture={(picture) => attempt(session, () => addImages(session, id, [picture]))}
          onError={(error) =>
            attempt(session, () => {
              throw error;
            })
          }
          onClose={() => setCamera(false)}
        />
      ) : (
        <div class="row">
          <FileButton
            text="Choose images"
            label={`Choose images for ${called}`}
            accept="image/*"
            multiple
            onFiles={(files) => attempt(session, () => addFiles(session, pickedFiles(files), id))}
          />
          <button
            type="button"
            aria-label={`Camera: take pictures for ${called}`}
            onClick={() => setCamera(true)}
          >
            Camera
          </button>
        </div>
      )}
      <Thumbnails
        name={called}
        images={images}
        onRemove={(at) => {
          const rest = images.filter((_, other) => other !== at);
          classes.value = changed(classes.value, id, { images: rest });
        }}
      />
    </DropArea>
  );
}
