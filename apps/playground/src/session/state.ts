/** A value that tells when it is changed. */
export interface State<T> {
  value: T;
}

/** Makes values that all tell one listener. */
export function createStates(): {
  readonly state: <T>(first: T) => State<T>;
  /** Calls a function at each change of any of them; what comes back ends that. */
  readonly watch: (listener: () => void) => () => void;
} {
  const listeners = new Set<() => void>();
  return {
    state: (first) => {
      let current = first;
      return {
        get value() {
          return current;
        },
        set value(next) {
          if (next === current) return;
          current = next;
          for (const listener of listeners) listener();
        },
      };
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
