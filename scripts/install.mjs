// Installs what is missing, with nothing but Node and npm. Imported by the other scripts; prints to standard error only,
// since the command line's standard output belongs to its result.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const stamp = join(root, 'node_modules', '.zonesketch-lock');

/** Ends the process with a sentence and its remedy. */
export function fail(message, status = 1) {
  process.stderr.write(`\n${message}\n`);
  process.exit(status);
}

/** `^20.19.0 || ^22.12.0 || >=24`, as package.json says. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (!fits) fail(`Zonesketch needs Node ^20.19.0 || ^22.12.0 || >=24; this is ${process.version}. Install one from https://nodejs.org and run the command again.`);
}

/** Runs a program with its output on standard error; answers its exit status. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    ...options,
  });
  return result.error === undefined ? (result.status ?? 1) : 1;
}

/** Runs `work` while no other process of this checkout does. A lock that its holder left behind is taken over. */
export function withLock(name, work) {
  const lock = join(root, '.cache', `${name}.lock`);
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function isAbandoned(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    if (error.code === 'EPERM') return false;
    if (error.code === 'ESRCH') return true;
    // No pid yet: its maker is between two calls, or died there.
    try {
      return Date.now() - statSync(lock).mtimeMs > 5000;
    } catch {
      return false;
    }
  }
}

function isInstalled() {
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted ? null : wanted;
}

/** Makes node_modules agree with package-lock.json. */
export function ensureInstalled() {
  checkNode();
  if (isInstalled() === null) return;
  withLock('install', () => {
    const wanted = isInstalled();
    if (wanted === null) return;
    process.stderr.write('Installing dependencies (npm ci) …\n');
    if (run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']) !== 0) {
      fail('npm ci failed. Its message is above: mostly the network or a proxy. Run the command again once npm reaches its registry.');
    }
    writeFileSync(stamp, wanted);
  });
}
