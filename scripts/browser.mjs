// Chromium for the figures and the pictures, as the end-to-end tests start it.
import { chromium } from '@playwright/test';
import { chromiumArguments } from './chromiumArguments.mjs';
import { ensureChromium } from './chromium.mjs';

export async function launch() {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: chromiumArguments,
  });
}
