import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { serviceWorkerSource } from './serviceWorkerSource.ts';

/**
 * Writes `sw.js` beside the built page: it keeps every built file, lazy chunks too, so that the page works offline from
 * whatever path it is served. Its version is the hash of what it keeps.
 */
export function serviceWorker(): Plugin {
  let publicDir = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: (config) => {
      publicDir = config.publicDir;
    },
    writeBundle: ({ dir }, bundle) => {
      if (dir === undefined) return;
      const files = [...Object.keys(bundle), ...filesBelow(publicDir)].filter((file) => !file.endsWith('.map')).toSorted();
      const hash = createHash('sha256');
      for (const file of files) hash.update(file).update('\0').update(readFileSync(join(dir, file)));
      writeFileSync(join(dir, 'sw.js'), serviceWorkerSource(hash.digest('hex').slice(0, 16), files));
    },
  };
}

function filesBelow(folder: string): readonly string[] {
  if (folder === '' || !existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.split(sep).join('/'));
}
