import { BUSY, DONE, FAILED, STATE, STOP } from './thread-protocol.js';

/**
 * The script of a worker thread. It is text, because a thread must start from inside one bundled
 * file, in Node and in browsers alike, without a second file to find. At the end of a program the
 * state is only changed from BUSY: a stop that came meanwhile must not be overwritten.
 */
export const threadSource = `const serve = ({ memory, modules, kernels, control, commands }, ready) => {
  const found = Object.assign(
    {},
    ...modules.map((module) => new WebAssembly.Instance(module, { env: { memory } }).exports),
  );
  const functions = kernels.map((name) => found[name]);
  ready();
  for (;;) {
    for (let spin = 0; spin < 2000; spin++) if (Atomics.load(control, ${STATE}) === ${BUSY}) break;
    for (let state; (state = Atomics.load(control, ${STATE})) !== ${BUSY}; ) {
      if (state === ${STOP}) return;
      Atomics.wait(control, ${STATE}, state);
    }
    let answer = ${DONE};
    try {
      const workspace = commands[1];
      let at = 2;
      for (let call = 0; call < commands[0]; call++) {
        const kernel = functions[commands[at]];
        const end = at + 2 + commands[at + 1];
        kernel(workspace, ...commands.subarray(at + 2, end));
        at = end;
      }
    } catch {
      answer = ${FAILED};
    }
    Atomics.compareExchange(control, ${STATE}, ${BUSY}, answer);
    Atomics.notify(control, ${STATE});
  }
};
if (typeof process === 'undefined') {
  self.onmessage = (event) => serve(event.data, () => self.postMessage('ready'));
} else {
  const { parentPort, workerData } = require('node:worker_threads');
  serve(workerData, () => parentPort.postMessage('ready'));
}
`;
