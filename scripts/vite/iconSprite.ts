import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const sprite = new URL('../../app/icons/sprite.svg', import.meta.url);

/** Puts the official icons into the page once, for `Icon` to point at: a board draws hundreds of them, and no script carries them. */
export function iconSprite(): Plugin {
  return {
    name: 'icon-sprite',
    transformIndexHtml: (html) => html.replace('<body>', () => `<body>\n${readFileSync(sprite, 'utf8')}`),
  };
}
