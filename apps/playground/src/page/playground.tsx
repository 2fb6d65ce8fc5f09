import { useEffect, useReducer } from 'preact/hooks';
import { Gather } from '../gather/gather.js';
import type { Session } from '../session/session.js';
import { Train } from '../train/train.js';
import { Try } from '../try/try.js';
import { NoticeBar } from './notice-bar.js';
import { takeImagesAnywhere } from './take-images-anywhere.js';

/** The whole page: three steps, one below the other. */
export function Playground({ session }: { readonly session: Session }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  // Whatever changes, all is drawn anew; Preact then touches only what differs.
  useEffect(() => session.watch(() => redraw(undefined)), [session]);
  useEffect(() => takeImagesAnywhere(session, document), [session]);
  return (
    <>
      <header class="page-head">
        <h1>
          @sig <span>playground</span>
        </h1>
        <nav aria-label="steps">
          <a href="#gather">Gather</a>
          <a href="#train">Train</a>
          <a href="#try">Try</a>
        </nav>
        <p class="privacy">
          <strong>Everything stays on this machine.</strong> The page has no way to send anything:
          its policy allows no connections.
        </p>
      </header>
      <main>
        <NoticeBar session={session} />
        <Gather session={session} />
        <Train session={session} />
        <Try session={session} />
      </main>
    </>
  );
}
