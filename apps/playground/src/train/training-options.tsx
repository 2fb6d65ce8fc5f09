import type { Look } from '../link/learner.js';
import { isBusy, type Session } from '../session/session.js';

const SIZES = [28, 32, 48, 64, 96];

/** What may be chosen before a training; the defaults fit what was gathered. */
export function TrainingOptions({ session }: { readonly session: Session }) {
  const { wishes } = session;
  const { look, size, mirror, seed } = wishes.value;
  const change = (more: Partial<typeof wishes.value>): void => {
    wishes.value = { ...wishes.value, ...more };
  };
  return (
    <details class="options">
      <summary>Options</summary>
      <fieldset disabled={isBusy(session)}>
        <legend class="visually-hidden">Options of the training</legend>
        <label>
          <span>Looks at</span>
          <select
            value={look}
            onChange={({ currentTarget }) => change({ look: currentTarget.value as Look })}
          >
            <option value="field">small windows: a signature field</option>
            <option value="lines">whole lines: ImageSig</option>
          </select>
        </label>
        <label>
          <span>Image size</span>
          <select
            value={size}
            onChange={({ currentTarget }) => change({ size: Number(currentTarget.value) })}
          >
            {SIZES.map((side) => (
              <option key={side} value={side}>
                {side} × {side}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Seed</span>
          <input
            type="number"
            min={0}
            max={999999}
            value={seed}
            onChange={({ currentTarget: { valueAsNumber } }) =>
              change({ seed: Number.isInteger(valueAsNumber) ? Math.abs(valueAsNumber) : 0 })
            }
          />
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={mirror}
            onChange={({ currentTarget }) => change({ mirror: currentTarget.checked })}
          />
          <span>a mirror image is of the same class</span>
        </label>
      </fieldset>
    </details>
  );
}
