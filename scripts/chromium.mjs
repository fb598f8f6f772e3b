// Finds a Chromium for the tests, or installs one: the first that works of a path given, Playwright's own, one on this
// machine, a download, and Debian's package.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail, root, run } from './install.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const places = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env['PROGRAMFILES(X86)']}\\Microsoft\\Edge\\Application\\msedge.exe`,
];

async function playwrightChromium() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)));
}

/** A file that is there may still not start (a snap stub, missing libraries). */
function starts(path) {
  if (!path || !existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0;
}

/** The path of a Chromium that starts; ends the process with the remedy where there is none. */
export async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return starts(given) ? given : fail(`CHROMIUM_PATH is ${given}, which does not start. Point it at a Chromium or Chrome, or unset it.`);
  const find = async () => [await playwrightChromium(), ...onPath(), ...places].find(starts);
  const found = await find();
  if (found) return found;

  process.stderr.write('No Chromium on this machine: installing Playwright’s …\n');
  run(process.execPath, [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'], { timeout: 300_000 });
  const downloaded = await find();
  if (downloaded) return downloaded;

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('Installing the chromium package …\n');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-q'], { env });
    run('apt-get', ['install', '-y', '-q', 'chromium'], { env });
    const packaged = await find();
    if (packaged) return packaged;
  }
  return fail('The end-to-end tests need a Chromium, and none could be found or installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one, and run npm test again.');
}
