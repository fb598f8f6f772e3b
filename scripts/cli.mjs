// npm run cli: the command line from a checkout. Installs and builds what is missing or stale, then hands over.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, fail, root, run, withLock } from './install.mjs';

const program = join(root, 'dist', 'cli', 'zonesketch.js');

function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return path.endsWith('.test.ts') ? 0 : stats.mtimeMs;
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), 0);
}

function isBuilt() {
  if (!existsSync(program)) return false;
  const sources = ['src', 'package-lock.json', 'package.json', 'vite.cli.config.ts'];
  return statSync(program).mtimeMs > Math.max(...sources.map((source) => newest(join(root, source))));
}

ensureInstalled();
if (!isBuilt()) {
  withLock('build-cli', () => {
    if (isBuilt()) return;
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    if (run(process.execPath, [vite, 'build', '--config', 'vite.cli.config.ts', '--logLevel', 'error']) !== 0) {
      fail('The command line could not be built; the compiler’s message is above.', 2);
    }
  });
}
spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' }).on('exit', (code, signal) => {
  if (signal) process.kill(process.pid, signal);
  else process.exit(code ?? 1);
});
