import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the command line once, where it is missing or stale, before the tests that run it. */
export function setup(): void {
  const script = fileURLToPath(new URL('../../../scripts/cli.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, '--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the command line could not be built:\n${stderr}`);
}
