// npm start: installs what is missing, builds the page and serves it; prints the address.
import { ensureInstalled, fail, root } from './install.mjs';

ensureInstalled();
const { build, preview } = await import('vite');

const port = Number(process.env.PORT ?? 4173);
if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`PORT is ${process.env.PORT}: expected a number from 0 to 65535.`);
process.stdout.write('Building Zonesketch …\n');
await build({ root, logLevel: 'warn' });
// Not strict: where the port is taken the next free one is used.
const server = await preview({ root, logLevel: 'warn', preview: { port, strictPort: false, host: '127.0.0.1' } });
process.stdout.write(`\nZonesketch runs at ${server.resolvedUrls.local[0]}\nPress Ctrl+C to end it.\n`);
