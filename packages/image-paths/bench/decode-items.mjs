// Images per second from a folder of image files to uint8, and the peak memory of the process:
//   node bench/decode-items.mjs <folder> [size] [concurrency]
import { decodeItems, readFolder } from '../dist/node/index.js';

const [folder, size = '64', concurrency] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node bench/decode-items.mjs <folder> [size] [concurrency]');
  process.exit(2);
}
const side = Number(size);
const { train } = await readFolder(folder);
const started = performance.now();
const { count, pixels, skipped } = await decodeItems(train, {
  width: side,
  height: side,
  channels: 3,
  concurrency: concurrency && Number(concurrency),
});
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage();
const row = {
  images: count,
  skipped: skipped.length,
  side,
  seconds: seconds.toFixed(2),
  'images/s': Math.round(train.length / seconds),
  'CPU ms/image': ((user + system) / 1000 / train.length).toFixed(2),
  'set MB': (pixels.length / 1e6).toFixed(1),
  'peak MB': Math.round(process.resourceUsage().maxRSS / 1024),
};
console.table([row]);
