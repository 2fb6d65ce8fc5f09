// `npm start`: from a fresh clone to a trained model that reads digits.
import { install, pnpm, root, run } from './pnpm.mjs';

const step = (text) => process.stdout.write(`\n── ${text}\n`);
const sig = (...args) => run(process.execPath, [`${root}apps/cli/bin/sig.js`, ...args]);
const model = 'mnist.safetensors';

step('installing');
install();
step('building');
pnpm('exec', 'turbo', 'run', 'build', '--output-logs=errors-only');
step(`training the CNN1D head on MNIST → ${model}`);
sig('train', 'mnist', '--out', model);
step('the saved file reads three test digits');
sig('predict', model, 'mnist:0', 'mnist:1', 'mnist:2');
process.stdout.write(`
Next:
  node apps/cli/bin/sig.js train <folder of class folders> --out my.safetensors
  node apps/cli/bin/sig.js --help
`);
