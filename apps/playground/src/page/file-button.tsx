import { useRef } from 'preact/hooks';

export interface FileButtonProps {
  readonly text: string;
  /** Where the text alone does not say what it is for. */
  readonly label?: string;
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Whether a folder is picked, with all in it. */
  readonly folder?: boolean;
  readonly class?: string;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the file picker. */
export function FileButton(props: FileButtonProps) {
  const { text, label, accept, multiple = false, folder = false, disabled, onFiles } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={props.class}
        aria-label={label}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {text}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label ?? text}
        accept={accept}
        multiple={multiple}
        {...(folder && { webkitdirectory: true })}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be picked again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
