// Chromium for the figures and the pictures, as the end-to-end tests start it.
import { chromium } from '@playwright/test';
import { ensureChromium } from './chromium.mjs';

export async function launch() {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
