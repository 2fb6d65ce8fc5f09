import type { ExportFormat } from '../link/learner.js';
import {
  formatBytes,
  formatCount,
  formatMicroseconds,
  formatSeconds,
  formatShare,
} from '../page/format.js';
import { saveModel } from '../session/model-files.js';
import { attempt, type Session } from '../session/session.js';

/** What the model is and costs, and the ways to take it home. */
export function ModelPanel({ session }: { readonly session: Session }) {
  const { model, name, firstStep } = session;
  const facts = model.value;
  if (facts === undefined) return null;
  const engine = facts.method === 'neighbours';
  const rows: (readonly [string, string | undefined])[] = [
    ['held-out images right', facts.heldOutAccuracy && formatShare(facts.heldOutAccuracy)],
    ['file', formatBytes(facts.bytes)],
    ['parameters', formatCount(facts.params)],
    ['multiply-adds an image', formatCount(facts.macs)],
    ['time an image', facts.microseconds > 0 ? formatMicroseconds(facts.microseconds) : undefined],
    ['learnt in', facts.seconds === undefined ? undefined : formatSeconds(facts.seconds)],
    ['threads', facts.threads === undefined ? undefined : String(facts.threads)],
    ['first step after', firstStep.value && `${Math.round(firstStep.value)} ms`],
  ].map(([term, value]) => [String(term), value ? String(value) : undefined]);
  const save = (format: ExportFormat, text: string, label: string) => (
    <button
      type="button"
      aria-label={`${text}: ${label}`}
      onClick={() => attempt(session, () => saveModel(session, format))}
    >
      {text}
    </button>
  );
  return (
    <div class="model">
      <dl class="facts">
        {rows.map(
          ([term, value]) =>
            value !== undefined && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <div class="row save">
        <label class="file-name">
          <span class="hint">Save as</span>
          <input
            value={name.value}
            maxLength={60}
            onInput={({ currentTarget }) => {
              name.value = currentTarget.value;
            }}
          />
        </label>
        {save('safetensors', `Model · ${formatBytes(facts.bytes)}`, 'save the model')}
        {facts.smallBytes !== undefined &&
          save('int8', `In int8 · ${formatBytes(facts.smallBytes)}`, 'save the model in int8')}
        {!engine && save('onnx', 'ONNX', 'save as ONNX')}
        {save('js', 'JavaScript', 'save as a JavaScript module')}
        {!engine && save('c', 'C', 'save as C source')}
      </div>
    </div>
  );
}
