import { useEffect } from 'preact/hooks';
import type { Session } from '../session/session.js';

/** How long what has been done stays in sight. */
const SHOWN = 6000;

/** What went wrong or was done, in one line that screen readers say aloud. */
export function NoticeBar({ session: { notice } }: { readonly session: Session }) {
  const { value } = notice;
  useEffect(() => {
    if (value?.kind !== 'done') return;
    const hide = setTimeout(() => {
      if (notice.value === value) notice.value = undefined;
    }, SHOWN);
    return () => clearTimeout(hide);
  }, [value, notice]);
  return (
    <div class="notice-place" role={value?.kind === 'error' ? 'alert' : 'status'}>
      {value && (
        <p class={`notice is-${value.kind}`}>
          <span>{value.text}</span>
          <button
            type="button"
            class="plain"
            aria-label="close this message"
            onClick={() => {
              notice.value = undefined;
            }}
          >
            ×
          </button>
        </p>
      )}
    </div>
  );
}
