import { type Browser, chromium } from 'playwright-core';
import { findProgram, needThat } from './need.ts';

/** Debian's browser, or another one on PATH. */
const EXECUTABLE = ['chromium', 'chromium-browser', 'google-chrome', 'chrome']
  .map(findProgram)
  .find((path) => path !== undefined);

/** `describe` for tests that need a browser. */
export const needChromium = needThat(
  EXECUTABLE !== undefined,
  'chromium: apt-get install chromium',
);

/** A headless browser; its sandbox cannot start as root, and it only sees pages of ours. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    ...(EXECUTABLE === undefined ? {} : { executablePath: EXECUTABLE }),
    args: ['--no-sandbox'],
  });
}
