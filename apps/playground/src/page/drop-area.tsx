import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { droppedFiles, type FileGroup } from '../images/dropped-files.js';

export interface DropAreaProps {
  readonly onFiles: (groups: readonly FileGroup[]) => void;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** What files can be dropped on. Everything that it does can be done with its buttons as well. */
export function DropArea({ onFiles, class: name = '', children }: DropAreaProps) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its buttons inside
    <div
      class={`${name} drop-area ${over ? 'is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={async (event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        if (event.dataTransfer) onFiles(await droppedFiles(event.dataTransfer));
      }}
    >
      {children}
    </div>
  );
}
