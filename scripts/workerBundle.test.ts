import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The modules that a file brings with it before anything is loaded on demand, without those that only types come from. */
async function modulesOf(entry: string): Promise<readonly string[]> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '#engine': `${root}src` } },
    build: { write: false, minify: false, lib: { entry: `${root}${entry}`, formats: ['es'] } },
  });
  if (!Array.isArray(built)) throw new Error('no chunks');
  const chunks = new Map(built.flatMap((each) => each.output).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
  const first = [...chunks.values()].filter((chunk) => chunk.isEntry);
  for (const chunk of first) first.push(...chunk.imports.flatMap((name) => chunks.get(name) ?? []).filter((each) => !first.includes(each)));
  return first.flatMap((chunk) => Object.keys(chunk.modules));
}

test('the worker brings no validation with it: it gets designs that the page has checked', async () => {
  const modules = await modulesOf('app/worker/evaluate.worker.ts');
  expect(modules.length).toBeGreaterThan(100);
  expect(modules.filter((id) => /node_modules\/(?!comlink\/)/.test(id))).toEqual([]);
});
