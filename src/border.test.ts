import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * The border of the engine holds: each file of `testing/violations` breaks one rule of it, and is caught by the linter
 * or the compiler with the project's own settings.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const violations = join(root, 'src', 'testing', 'violations');
const files = readdirSync(violations).filter((name) => name.endsWith('.ts'));

function run(program: string, args: readonly string[], cwd: string): string {
  const result = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], { cwd, encoding: 'utf8' });
  return result.stdout + result.stderr;
}

describe('the linter', () => {
  // A copy, since the settings of the project leave the violations themselves out.
  const copy = mkdtempSync(join(tmpdir(), 'zonesketch-border-'));
  let report = '';
  beforeAll(() => {
    cpSync(violations, join(copy, 'src', 'broken'), { recursive: true });
    cpSync(join(root, '.oxlintrc.json'), join(copy, '.oxlintrc.json'));
    report = run('oxlint/bin/oxlint', ['--format', 'unix', '--no-error-on-unmatched-pattern', 'src'], copy);
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test.each(files)('refuses %s', (name) => {
    expect(report).toMatch(new RegExp(`src/broken/${name}:.*(no-restricted-(globals|properties|imports))`));
  });
});

describe('the compiler', () => {
  const report = run('typescript/bin/tsc', ['-p', violations], root);
  test.each(['dom.ts', 'network.ts', 'node.ts', 'page.ts'])('refuses %s', (name) => {
    expect(report).toContain(`violations/${name}(`);
  });
});
