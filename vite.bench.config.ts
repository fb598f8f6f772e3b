import { defineConfig } from 'vite';

/** The engine's benches as programs for Node, compiled as the command line is. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist/bench',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: { input: { bench: 'src/bench/main.ts', scheduler: 'src/bench/scheduler.ts' }, output: { entryFileNames: '[name].js' } },
  },
});
