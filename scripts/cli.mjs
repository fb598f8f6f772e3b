// npm run cli: the command line from a checkout. Installs and builds what is missing or stale, then hands over.
import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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

/**
 * Builds beside the program and puts it in place whole, the entry last: a call that runs meanwhile finds the old program
 * with its chunks, or the new one with its own (their names carry a hash).
 */
function build() {
  const begun = new Date();
  const fresh = join(root, 'dist', '.cli');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  if (run(process.execPath, [vite, 'build', '--config', 'vite.cli.config.ts', '--outDir', fresh, '--logLevel', 'error']) !== 0) {
    fail('The command line could not be built; the compiler’s message is above.', 2);
  }
  mkdirSync(dirname(program), { recursive: true });
  for (const name of readdirSync(fresh)) if (name !== basename(program)) copyFileSync(join(fresh, name), join(dirname(program), name));
  const entry = join(fresh, basename(program));
  chmodSync(entry, 0o755);
  // As old as what it was made from: a source that changed during the build is newer.
  utimesSync(entry, begun, begun);
  renameSync(entry, program);
  rmSync(fresh, { recursive: true, force: true });
}

ensureInstalled();
if (!isBuilt()) withLock('build-cli', () => isBuilt() || build());
spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' }).on('exit', (code, signal) => {
  if (signal) process.kill(process.pid, signal);
  else process.exit(code ?? 1);
});
