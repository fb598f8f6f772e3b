import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('app/icons/kubernetes.ts is what the generator makes of the installed icons', () => {
  expect(execFileSync(process.execPath, ['app/icons/generate.mjs', '--check'], { encoding: 'utf8' })).toBe('');
});
