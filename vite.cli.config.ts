import { chmodSync } from 'node:fs';
import { defineConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };

/** The command line as one folder of plain JavaScript that needs Node and nothing else. */
export default defineConfig({
  define: { __VERSION__: JSON.stringify(packageJson.version) },
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: {
      output: { entryFileNames: 'zonesketch.js', chunkFileNames: '[name]-[hash].js', banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : '') },
    },
  },
  plugins: [
    {
      name: 'executable',
      writeBundle: (options) => chmodSync(`${options.dir ?? 'dist/cli'}/zonesketch.js`, 0o755),
    },
  ],
});
