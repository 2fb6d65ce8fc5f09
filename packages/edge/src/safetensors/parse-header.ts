import { ModelFileError } from '../model-file-error.js';
import { createHeaderReader, type HeaderReader } from './header-reader.js';
import { arrayOf, type Dtype, dtypes, elementCount, isDtype } from './tensor.js';

/** Where one tensor lies in the data, in bytes. */
export interface TensorEntry {
  name: string;
  dtype: Dtype;
  shape: number[];
  begin: number;
  end: number;
}

export interface Header {
  metadata: Record<string, string>;
  /** In the order of their data, which they fill without gaps. */
  entries: TensorEntry[];
}

/** The most dimensions that NumPy, and with it most writers of such files, can give a tensor. */
const MOST_DIMENSIONS = 64;

/** Reads and checks the header of a safetensors file, of at most so many tensors and metadata. */
export function parseHeader(text: string, most: number): Header {
  const reader = createHeaderReader(text);
  const metadata: [string, string][] = [];
  const entries: TensorEntry[] = [];
  const checkRoom = (): void => {
    if (metadata.length + entries.length < most) return;
    throw new ModelFileError(
      'invalid',
      `the model file names more than the ${most} tensors and metadata that its size allows; give a model that sig train has written`,
    );
  };
  reader.object((name) => {
    if (name === '__metadata__') {
      reader.object((key) => {
        checkRoom();
        metadata.push([key, reader.string()]);
      });
    } else {
      checkRoom();
      entries.push(readEntry(reader, name));
    }
  });
  reader.end();
  entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
  let filled = 0;
  for (const { name, begin, end } of entries) {
    if (begin !== filled) {
      throw invalid(name, `begins at byte ${begin} of the data where ${filled} was due`);
    }
    filled = end;
  }
  return { metadata: Object.fromEntries(metadata), entries };
}

function readEntry(reader: HeaderReader, name: string): TensorEntry {
  let dtype: string | undefined;
  let shape: number[] | undefined;
  let offsets: number[] | undefined;
  const counts = (most: number, what: string): number[] => {
    const values: number[] = [];
    reader.list(() => {
      if (values.length === most) throw invalid(name, `has more than ${most} ${what}`);
      values.push(reader.count());
    });
    return values;
  };
  reader.object((key) => {
    if (key === 'dtype') dtype = reader.string();
    else if (key === 'shape') shape = counts(MOST_DIMENSIONS, 'dimensions');
    else if (key === 'data_offsets') offsets = counts(2, 'data_offsets');
    else throw invalid(name, `has the unknown field ${JSON.stringify(key.slice(0, 40))}`);
  });
  if (dtype === undefined || shape === undefined || offsets?.length !== 2) {
    throw invalid(name, 'needs dtype, shape and two data_offsets');
  }
  if (!isDtype(dtype)) {
    throw invalid(
      name,
      `has dtype ${JSON.stringify(dtype.slice(0, 40))}, not ${dtypes.join(', ')}`,
    );
  }
  const [begin, end] = offsets;
  const count = elementCount(shape);
  if (count === undefined || end - begin !== count * arrayOf(dtype).BYTES_PER_ELEMENT) {
    throw invalid(name, `has ${end - begin} bytes, which is not ${dtype} [${shape.slice(0, 8)}]`);
  }
  return { name, dtype, shape, begin, end };
}

function invalid(name: string, what: string): ModelFileError {
  return new ModelFileError(
    'invalid',
    `the model file is damaged: tensor ${JSON.stringify(name.slice(0, 80))} ${what}; copy it again or train anew`,
  );
}
