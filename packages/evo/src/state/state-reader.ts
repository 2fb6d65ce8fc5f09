import { decode } from './decode.js';

/** Reads the fields of a saved state; each throws a one-line TypeError where the state is damaged. */
export interface StateReader {
  has(key: string): boolean;
  real(key: string): number;
  flag(key: string): boolean;
  text(key: string): string;
  /** `length` numbers; any number of them where it is left out. */
  reals(key: string, length?: number): Float64Array;
  /** `count` rows of `length` numbers each; any number of rows where it is left out. */
  matrix(key: string, length: number, count?: number): Float64Array[];
  record(key: string): StateReader;
}

/** A reader of the object `state`, which messages call `name`. */
export function createStateReader(state: unknown, name: string): StateReader {
  const fields = new Map<string, unknown>(
    typeof state === 'object' && state !== null ? Object.entries(state) : [],
  );
  const wrong = (key: string, wanted: string, got: unknown): TypeError =>
    new TypeError(
      `${name}.${key} must be ${wanted}, got ${brief(got)}: the saved state is damaged`,
    );
  const read = <T>(key: string, wanted: string, is: (value: unknown) => value is T): T => {
    const value = decode(fields.get(key));
    if (!is(value)) throw wrong(key, wanted, value);
    return value;
  };
  return {
    has: (key) => fields.has(key),
    real: (key) => read(key, 'a number', isNumber),
    flag: (key) => read(key, 'true or false', (value) => typeof value === 'boolean'),
    text: (key) => read(key, 'a string', (value) => typeof value === 'string'),
    reals(key, length) {
      const wanted = `${length ?? 'an array of'} numbers`;
      const value = read(key, wanted, isNumbers);
      if (length !== undefined && value.length !== length) throw wrong(key, wanted, value);
      return Float64Array.from(value);
    },
    matrix(key, length, count) {
      const wanted = `${count === undefined ? '' : `${count} `}rows of ${length} numbers`;
      const rows = read(key, wanted, (value) => Array.isArray(value));
      if (count !== undefined && rows.length !== count) throw wrong(key, wanted, rows);
      return rows.map((row: unknown) => {
        if (!isNumbers(row) || row.length !== length) throw wrong(key, wanted, row);
        return Float64Array.from(row);
      });
    },
    record(key) {
      const value = fields.get(key);
      if (typeof value !== 'object' || value === null) throw wrong(key, 'an object', value);
      return createStateReader(value, `${name}.${key}`);
    },
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(isNumber);
}

function brief(value: unknown): string {
  return Array.isArray(value) ? `an array of ${value.length}` : String(value);
}
