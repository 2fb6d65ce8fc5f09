import { openModelBytes } from './model-files.js';
import { attempt, type Session } from './session.js';

/** What `served-model.js` beside the page exports; `sig serve` puts a model there. */
export interface ServedModel {
  /** Of the model's file. */
  readonly name: string;
  /** The file in base64. */
  readonly content: string;
}

/** A script of the page's own origin, because the page may open no connections. */
const ADDRESS = 'served-model.js';

/** Opens the model that came with the page, where one did. */
export async function openServedModel(session: Session): Promise<void> {
  const address = new URL(ADDRESS, document.baseURI).href;
  const { served }: { served?: ServedModel } = await import(/* @vite-ignore */ address);
  if (served === undefined) return;
  const bytes = Uint8Array.from(atob(served.content), (letter) => letter.charCodeAt(0));
  await attempt(session, () => openModelBytes(session, served.name, bytes));
}
