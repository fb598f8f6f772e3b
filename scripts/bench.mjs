// npm run bench: prints figures of the engine and of the built page in a real browser. It asserts nothing.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, fail, root } from './install.mjs';

ensureInstalled();
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

function step(args, env = {}) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) fail(`${args.join(' ')} failed`);
}

process.stdout.write(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown CPU'}\n\n`);
step([vite, 'build', '--config', 'vite.bench.config.ts', '--logLevel', 'error']);
for (const program of ['bench.js', 'scheduler.js']) step([join(root, 'dist', 'bench', program)]);
if (!process.argv.includes('--engine')) {
  const chromium = await ensureChromium();
  step([vite, 'build', '--mode', 'test', '--outDir', 'dist/test', '--logLevel', 'error']);
  step([join(root, 'scripts', 'benchPage.mjs')], { CHROMIUM_PATH: chromium });
}
