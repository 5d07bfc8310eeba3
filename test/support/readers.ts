import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aBrowser, Reader } from './browser.js';
import type { TestForum, Voice } from './forum.js';

interface View {
  /** In pixels; a telephone’s when absent. */
  readonly width?: number;
  readonly language?: 'fr' | 'en';
}

/** Opens an address of the forum in a browser of somebody’s own; null: of anybody. */
export type Reads = (voice: Voice | null, path: string, view?: View) => Promise<Reader>;

/**
 * The browsers of one file of tests. After each test those who came leave, and nothing happened in theirs that must not; after the
 * last one the browser and the forum end.
 *
 * @param forum what they read, once it is there
 */
export function readersOf(forum: () => TestForum | undefined): Reads {
  let browser: Browser | undefined;
  const readers: Reader[] = [];
  beforeAll(async () => {
    browser = await aBrowser();
  });
  afterEach(async () => {
    for (const reader of readers.splice(0)) {
      await reader.settles();
      await reader.leaves();
      expect(reader.troubles).toEqual([]);
    }
  });
  afterAll(async () => {
    await browser?.close();
    await forum()?.close();
  });
  return async (voice, path, { width = 360, language = 'en' } = {}) => {
    const there = forum();
    if (browser === undefined || there === undefined)
      throw new Error('Nobody reads before the forum is there');
    const reader = await Reader.at(browser, there.url, { token: voice?.token ?? null, width, language });
    readers.push(reader);
    await reader.opens(path);
    return reader;
  };
}
