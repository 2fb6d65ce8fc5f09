import { droppedFiles } from '../images/dropped-files.js';
import { addFiles } from '../session/gather-images.js';
import { attempt, type Session } from '../session/session.js';
import { tryFile } from '../session/try-image.js';

/**
 * Takes pasted and dropped images wherever on the page they come: an image goes to the class card that has
 * the focus, else to the test where there is a model, else to the first class. Gives what takes this back.
 */
export function takeImagesAnywhere(session: Session, page: Document): () => void {
  const onPaste = ({ clipboardData }: ClipboardEvent): void => {
    if (!clipboardData || clipboardData.files.length === 0) return;
    const [file] = clipboardData.files;
    const card = page.activeElement?.closest('.class-card');
    const cards = [...page.querySelectorAll('.class-card')];
    attempt(session, async () => {
      const { classes, model } = session;
      if (!card && model.value) return tryFile(session, file);
      const id = classes.value[Math.max(0, card ? cards.indexOf(card) : 0)]?.id;
      await addFiles(session, [{ files: [...clipboardData.files] }], id);
    });
  };
  const onDragOver = (event: DragEvent): void => event.preventDefault();
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    const { dataTransfer } = event;
    if (!dataTransfer) return;
    attempt(session, async () => addFiles(session, await droppedFiles(dataTransfer)));
  };
  page.addEventListener('paste', onPaste);
  page.addEventListener('dragover', onDragOver);
  page.addEventListener('drop', onDrop);
  return () => {
    page.removeEventListener('paste', onPaste);
    page.removeEventListener('dragover', onDragOver);
    page.removeEventListener('drop', onDrop);
  };
}
