import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './scripts/vite/contentSecurityPolicy.ts';
import { iconSprite } from './scripts/vite/iconSprite.ts';
import { reactAriaLanguages } from './scripts/vite/reactAriaLanguages.ts';
import { serviceWorker } from './scripts/vite/serviceWorker.ts';

/** The page. `base` is relative: it runs from any path of any static host. */
export default defineConfig({
  base: './',
  plugins: [
    react(),
    reactAriaLanguages(['en-US', 'ko-KR']),
    iconSprite(),
    contentSecurityPolicy(),
    serviceWorker(),
  ],
  resolve: { alias: { '#engine': fileURLToPath(new URL('./src', import.meta.url)) } },
  worker: { format: 'es' },
  build: {
    target: ['chrome120', 'firefox121', 'safari17.2'],
    // A data: URL would need `data:` in the Content-Security-Policy.
    assetsInlineLimit: 0,
    sourcemap: false,
    rolldownOptions: {
      output: {
        // noEval.ts must run after zod and before anything that makes a schema, in whatever chunk that is.
        codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|app\/noEval/ }] },
      },
    },
  },
});
