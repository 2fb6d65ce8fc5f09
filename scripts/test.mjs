// `npm test`: install, build, lint, type-check and every test; the last line counts them. What has
// not changed since it last passed comes from turbo's cache, the tests of packages included.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, pnpm, root, tryPnpm } from './pnpm.mjs';

const results = (folder) => join(root, folder, 'test-results');
const tested = ['packages', 'apps']
  .flatMap((group) => readdirSync(join(root, group)).map((name) => join(group, name)))
  .filter((folder) => existsSync(join(root, folder, 'test')));

install();
pnpm('run', 'lint');

// Old results would be counted again where a build fails; turbo brings back those that still hold.
for (const folder of ['.', ...tested]) rmSync(results(folder), { recursive: true, force: true });
const tasks = ['build', 'typecheck', 'test', '--concurrency=2', '--continue'];
const packagesPass = tryPnpm('exec', 'turbo', 'run', ...tasks, '--output-logs=new-only');

// The tests of the repository itself: layering, readmes, packed packages.
const rootPasses = tryPnpm(
  ...['exec', 'vitest', 'run', '--exclude=packages/**', '--exclude=apps/**'],
  ...['--reporter=default', '--reporter=json'],
  `--outputFile.json=${join(results('.'), 'report.json')}`,
);

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const folder of ['.', ...tested]) {
  const file = join(results(folder), 'report.json');
  if (!existsSync(file)) {
    process.stdout.write(`${folder}: its tests did not run\n`);
    counts.failed++;
    continue;
  }
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  counts.passed += numPassedTests;
  counts.failed += numFailedTests;
  counts.skipped += numPendingTests;
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
process.exit(packagesPass && rootPasses ? 0 : 1);
