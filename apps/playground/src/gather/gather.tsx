import digits from '../generated/digits.webp?url';
import { pickedFiles } from '../images/dropped-files.js';
import { FileButton } from '../page/file-button.js';
import { Step } from '../page/step.js';
import { withClass } from '../session/classes.js';
import { addFiles, takeDigits, takeShapes } from '../session/gather-images.js';
import { attempt, type Session } from '../session/session.js';

import { ClassCard } from './class-card.js';

/** The first step: classes with their images. */
export function Gather({ session }: { readonly session: Session }) {
  const { classes } = session;
  return (
    <Step
      number={1}
      id="gather"
      title="Gather"
      hint="A class for each kind of thing, with ten images or more. Folders can be dropped anywhere: each becomes a class."
    >
      <div class="row samples">
        <span class="hint">Start with</span>
        <button type="button" onClick={() => attempt(session, () => takeDigits(session, digits))}>
          Handwritten digits
        </button>
        <button type="button" onClick={() => attempt(session, () => takeShapes(session))}>
          Drawn shapes
        </button>
        <FileButton
          text="A folder of folders"
          folder
          multiple
          onFiles={(files) => attempt(session, () => addFiles(session, pickedFiles(files)))}
        />
      </div>
      <div class="cards">
        {classes.value.map((one, place) => (
          <ClassCard key={one.id} session={session} of={one} place={place} />
        ))}
        <button
          type="button"
          class="card add-class"
          onClick={() => {
            classes.value = withClass(classes.value);
          }}
        >
          + Add a class
        </button>
      </div>
    </Step>
  );
}
