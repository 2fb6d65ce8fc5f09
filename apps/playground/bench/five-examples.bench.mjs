// How well the page learns a class from five examples: for each digit a network is trained on the page's
// digits of the other nine, then taught that one by nearest neighbours from five images, ROUNDS times (3). Judged on
// 200 images of that digit and 225 of the others that neither has seen: of the end of MNIST's training part, or
// with PART=test of its test part. DIGITS=38 takes those alone.
//
//   PART=test node bench/five-examples.bench.mjs
import { fileURLToPath } from 'node:url';
import { readMnist } from '@sig/image-paths/node';
import { createServer } from 'vite';

const SIDE = 28;
/** As many as the page brings along. */
const KNOWN = 110;
const JUDGED = 200;
const ROUNDS = Number(process.env.ROUNDS ?? 3);

const { train, test } = await readMnist();
const judge = process.env.PART === 'test' ? test : train;
const FIRST_JUDGED = process.env.PART === 'test' ? 0 : 40_000;

const imageOf = ({ pixels }, place) => ({
  width: SIDE,
  height: SIDE,
  data: pixels.slice(place * SIDE * SIDE, (place + 1) * SIDE * SIDE),
});
const placesOf = ({ labels }, digit, from) =>
  [...labels.keys()].filter((place) => place >= from && labels[place] === digit);

const vite = await createServer({
  root: fileURLToPath(new URL('..', import.meta.url)),
  configFile: false,
  server: { middlewareMode: true, hmr: false, ws: false },
  logLevel: 'error',
});
const { createLearner } = await vite.ssrLoadModule('/src/learner/create-learner.ts');
const wishes = { look: 'field', size: SIDE, mirror: false, seed: 0 };
const digits = (process.env.DIGITS ?? '0123456789').split('').map(Number);
const found = [];
const kept = [];
for (const taught of digits) {
  const learner = createLearner();
  const others = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((digit) => digit !== taught);
  const images = others.flatMap((digit) => placesOf(train, digit, 0).slice(0, KNOWN));
  const lesson = {
    classes: others.map(String),
    images: images.map((place) => imageOf(train, place)),
    labels: images.map((_, at) => Math.floor(at / KNOWN)),
  };
  await learner.learn(lesson, 'network', wishes, () => {});
  const unseen = placesOf(judge, taught, FIRST_JUDGED).slice(0, JUDGED);
  const rest = others.flatMap((digit) => placesOf(judge, digit, FIRST_JUDGED).slice(0, 25));
  const shares = [];
  const remaining = [];
  for (let round = 0; round < ROUNDS; round++) {
    const five = placesOf(train, taught, 10_000).slice(5 * round, 5 * round + 5);
    const more = {
      classes: [...lesson.classes, String(taught)],
      images: [...lesson.images, ...five.map((place) => imageOf(train, place))],
      labels: [...lesson.labels, ...five.map(() => others.length)],
    };
    await learner.learn(more, 'neighbours', wishes, () => {});
    const said = async (place) => {
      const { probabilities } = await learner.classify(imageOf(judge, place));
      return Number(more.classes[probabilities.indexOf(Math.max(...probabilities))]);
    };
    const share = async (places) => {
      let right = 0;
      for (const place of places) if ((await said(place)) === judge.labels[place]) right++;
      return right / places.length;
    };
    shares.push(await share(unseen));
    remaining.push(await share(rest));
  }
  found.push(...shares);
  kept.push(...remaining);
  const percent = (values) => values.map((value) => (100 * value).toFixed(1)).join(' ');
  process.stdout.write(
    `${taught}: found ${percent(shares)} %, the others ${percent(remaining)} %\n`,
  );
}
const mean = (values) => (100 * values.reduce((a, b) => a + b, 0)) / values.length;
process.stdout.write(
  `found ${mean(found).toFixed(1)} % (least ${(100 * Math.min(...found)).toFixed(1)} %), the others ${mean(kept).toFixed(1)} %\n`,
);
await vite.close();
