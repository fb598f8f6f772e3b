// npm test: everything that a change must pass, in the order in which it fails fastest.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const chromium = await ensureChromium();

const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const steps = [
  { name: 'types', command: [bin('tsc'), '-p', 'src/tsconfig.engine.json'] },
  { name: 'types of the command line and the tests', command: [bin('tsc'), '-p', 'src/tsconfig.node.json', '--noEmit'] },
  { name: 'types of the page', command: [bin('tsc'), '-p', 'app'] },
  { name: 'types of the end-to-end tests', command: [bin('tsc'), '-p', 'e2e'] },
  { name: 'lint', command: [bin('oxlint'), '--deny-warnings'] },
  { name: 'dead code', command: [bin('knip')] },
  { name: 'unit tests', command: [bin('vitest'), 'run'] },
  { name: 'build of the page', command: [bin('vite'), 'build', '--mode', 'test', '--outDir', 'dist/test', '--logLevel', 'warn'] },
  { name: 'end-to-end tests', needs: 'build of the page', command: [bin('playwright'), 'test'] },
];

const failed = [];
for (const { name, needs, command } of steps) {
  process.stdout.write(`\n── ${name}\n`);
  if (failed.includes(needs)) {
    process.stdout.write(`── ${name}: FAILED, for want of the ${needs}\n`);
    failed.push(name);
    continue;
  }
  const begun = performance.now();
  const { status } = spawnSync(command[0], command.slice(1), {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, CHROMIUM_PATH: chromium },
  });
  process.stdout.write(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  if (status !== 0) failed.push(name);
}
process.stdout.write(`\n${steps.length - failed.length} passed, ${failed.length} failed\n`);
process.exit(failed.length === 0 ? 0 : 1);
