import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the icons are what the generator makes of the installed packages', () => {
  expect(execFileSync(process.execPath, ['app/icons/generate.mjs', '--check'], { encoding: 'utf8' })).toBe('');
});
