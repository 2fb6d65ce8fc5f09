import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Session } from '../session/session.js';
import { CascadeView } from './cascade.js';
import { Neighbours } from './neighbours.js';
import { Occlusion } from './occlusion.js';
import { Signature } from './signature.js';
import { Streams } from './streams.js';

type View = 'inside' | 'mattered' | 'neighbours' | 'cascade';

const NAMES: Readonly<Record<View, string>> = {
  inside: 'What it sees',
  mattered: 'What mattered',
  neighbours: 'Nearest images',
  cascade: 'Cascade',
};

/** Why the model answers as it does, in views to choose from. */
export function CloserLook({ session }: { readonly session: Session }) {
  const [chosen, choose] = useState<View>('inside');
  const engine = session.model.value?.method === 'neighbours';
  const views: readonly View[] = ['inside', 'mattered', engine ? 'neighbours' : 'cascade'];
  const view = views.includes(chosen) ? chosen : 'inside';
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const next = views[(views.indexOf(view) + by + views.length) % views.length];
    choose(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="closer">
      <div class="tabs" role="tablist" aria-label="a closer look">
        {views.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={view === name}
            aria-controls="closer-view"
            tabIndex={view === name ? 0 : -1}
            onClick={() => choose(name)}
            onKeyDown={move}
          >
            {NAMES[name]}
          </button>
        ))}
      </div>
      <div id="closer-view" role="tabpanel" aria-labelledby={`tab-${view}`}>
        {contentOf(view, session)}
      </div>
    </div>
  );
}

function contentOf(view: View, session: Session): JSX.Element {
  const { trial, lesson, model } = session;
  const tried = trial.value;
  const waiting = <p class="hint">Try an image first.</p>;
  if (view === 'cascade') return <CascadeView session={session} />;
  if (view === 'neighbours') {
    if (!lesson.value) return <p class="hint">The file has no images, only their features.</p>;
    if (!tried?.neighbours) return waiting;
    return <Neighbours neighbours={tried.neighbours} lesson={lesson.value} />;
  }
  if (view === 'mattered') {
    if (!tried?.occlusion || !model.value) return waiting;
    return <Occlusion image={tried.image} map={tried.occlusion} labels={model.value.labels} />;
  }
  if (!tried?.inside) return waiting;
  return (
    <>
      <Streams inside={tried.inside} />
      <Signature inside={tried.inside} />
    </>
  );
}
