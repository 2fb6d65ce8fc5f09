/** Files that were dropped or picked together: those of one folder, or loose ones. */
export interface FileGroup {
  /** The folder that the files lie in; undefined for loose ones. */
  readonly folder?: string;
  readonly files: readonly File[];
}

/** More than this are not read at once. */
const MOST_FILES = 20_000;

/** What a drop or a paste holds; folders are looked through. */
export async function droppedFiles(transfer: DataTransfer): Promise<FileGroup[]> {
  // The list is emptied as soon as this function waits, so everything is taken first.
  const taken = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry?.() ?? null, file: item.getAsFile() }));
  const found: { path: string; file: File }[] = [];
  for (const { entry, file } of taken) {
    if (entry?.isDirectory) await readFolder(entry as FileSystemDirectoryEntry, found);
    else if (file) found.push({ path: file.name, file });
  }
  return grouped(found);
}

/** What a file picker gave; where a folder was picked, files know their place in it. */
export function pickedFiles(files: Iterable<File>): FileGroup[] {
  return grouped(
    Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file })),
  );
}

/** Files by the folder right above them, in the order of the folders' names. */
function grouped(found: readonly { path: string; file: File }[]): FileGroup[] {
  const groups = new Map<string | undefined, File[]>();
  for (const { path, file } of found) {
    const parts = path.split('/').filter(Boolean);
    // Files of the system, such as .DS_Store.
    if (parts.at(-1)?.startsWith('.')) continue;
    const folder = parts.at(-2);
    groups.set(folder, [...(groups.get(folder) ?? []), file]);
  }
  return [...groups]
    .map(([folder, files]) => ({ folder, files }))
    .sort((a, b) => (a.folder ?? '').localeCompare(b.folder ?? '', undefined, { numeric: true }));
}

async function readFolder(
  folder: FileSystemDirectoryEntry,
  found: { path: string; file: File }[],
): Promise<void> {
  const reader = folder.createReader();
  for (;;) {
    // A reader gives a hundred entries at a time, and none at the end.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return;
    for (const entry of entries) {
      if (found.length >= MOST_FILES) return;
      if (entry.isDirectory) await readFolder(entry as FileSystemDirectoryEntry, found);
      else found.push({ path: entry.fullPath, file: await fileOf(entry as FileSystemFileEntry) });
    }
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
