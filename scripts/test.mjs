// npm test: everything that a change must pass, in the order in which it fails fastest.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const chromium = await ensureChromium();

const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const steps = [
  ['types', [bin('tsc'), '-p', 'src']],
  ['types of the command line and the tests', [bin('tsc'), '-p', 'src/tsconfig.node.json']],
  ['types of the page', [bin('tsc'), '-p', 'app']],
  ['types of the end-to-end tests', [bin('tsc'), '-p', 'e2e']],
  ['lint', [bin('oxlint'), '--deny-warnings']],
  ['dead code', [bin('knip')]],
  ['unit tests', [bin('vitest'), 'run']],
  ['build of the page', [bin('vite'), 'build', '--mode', 'test', '--outDir', 'dist/test', '--logLevel', 'warn']],
  ['end-to-end tests', [bin('playwright'), 'test']],
];

let failed = 0;
for (const [name, [command, ...args]] of steps) {
  process.stdout.write(`\n── ${name}\n`);
  const begun = performance.now();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, CHROMIUM_PATH: chromium },
  });
  process.stdout.write(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  if (status !== 0) failed += 1;
}
process.stdout.write(`\n${steps.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
