import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Writes a strict Content-Security-Policy into the built page: everything from the page's own place, nothing inline,
 * nothing from or to anywhere else. react-aria injects style blocks at run time; they are allowed by their hashes, which
 * are taken from the installed version at build time.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policyOf(injectedStyles().map(hashOf)) },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

export function policyOf(styleHashes: readonly string[]): string {
  const directives: readonly (readonly [string, string])[] = [
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    ['style-src', ["'self'", ...styleHashes].join(' ')],
    ['img-src', "'self' blob:"],
    ['font-src', "'self'"],
    ['connect-src', "'self'"],
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
  ];
  return directives.map((directive) => directive.join(' ')).join('; ');
}

function hashOf(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

/** The texts that react-aria gives to `<style>` elements. Throws where none is found: then its code has changed. */
export function injectedStyles(): readonly string[] {
  const root = join(dirname(createRequire(import.meta.url).resolve('react-aria/package.json')), 'dist', 'private');
  const styles = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mjs'))
    .toSorted()
    .flatMap((file) => stylesIn(readFileSync(join(root, file), 'utf8')));
  if (styles.length === 0) throw new Error('contentSecurityPolicy: no style block found in react-aria; see injectedStyles');
  return styles;
}

function stylesIn(code: string): readonly string[] {
  if (!code.includes("createElement('style')")) return [];
  return [...code.matchAll(/\.textContent = `([^`]*)`\.trim\(\)/g)].map(([, template = '']) =>
    template
      .replaceAll(/\$\{([\w$]+)\}/g, (_, name: string) => {
        const value = new RegExp(`const ${name.replaceAll('$', '\\$')} = '([^']*)'`).exec(code)?.[1];
        if (value === undefined) throw new Error(`contentSecurityPolicy: ${name} of react-aria's style block is no constant`);
        return value;
      })
      .trim(),
  );
}
