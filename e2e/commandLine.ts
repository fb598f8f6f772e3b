import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../scripts/cli.mjs', import.meta.url));

/** What the command line finds stale in files that the page exported for a design; nothing where both write the same bytes. */
export async function staleFor(target: string, design: string, files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zonesketch-'));
  try {
    for (const [path, bytes] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'export', '-', '--target', target, '--check', folder], { input: design, encoding: 'utf8' });
    return status === 0 ? '' : stdout + stderr;
  } finally {
    await rm(folder, { recursive: true });
  }
}
