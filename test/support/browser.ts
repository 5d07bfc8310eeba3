import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import packed from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A Chromium that comes as an npm package: nothing else needs to be installed. */
export async function aBrowser(): Promise<Browser> {
  const executablePath = await packed.executablePath();
  const launch = (env: NodeJS.ProcessEnv): Promise<Browser> =>
    chromium.launch({
      executablePath,
      headless: true,
      // As root, as in most containers, it does not start otherwise.
      args: ['--no-sandbox', '--disable-gpu'],
      env,
    });
  try {
    return await launch(process.env);
  } catch (failure) {
    if (!/shared libraries|libn(ss3|spr4)/.test(String(failure))) throw failure;
    return launch({ ...process.env, LD_LIBRARY_PATH: systemLibraries() });
  }
}

/** The libraries that a bare machine lacks, which the package carries too; gives their folder. */
function systemLibraries(): string {
  const folder = join(tmpdir(), 'chromium-libraries');
  if (!existsSync(join(folder, 'lib'))) {
    mkdirSync(folder, { recursive: true });
    const archive = join(dirname(require.resolve('@sparticuz/chromium')), '../../bin/al2023.tar.br');
    execFileSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(readFileSync(archive)) });
  }
  return join(folder, 'lib');
}

/** Somebody’s browser at the forum, and everything in it that must not happen. */
export class Reader {
  /** Console errors, failures of pages, requests to somewhere else. */
  readonly troubles: string[] = [];
  /** What the page asked for and has not got yet; not the stream that tells it what changed, which never ends. */
  private readonly asked = new Set<Request>();

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    readonly url: string,
  ) {}

  static async at(
    browser: Browser,
    url: string,
    {
      token,
      language = 'en',
      width = 1280,
    }: { token?: string | null; language?: 'fr' | 'en'; width?: number } = {},
  ): Promise<Reader> {
    const context = await browser.newContext({
      locale: language,
      viewport: { width, height: 900 },
      // What unfolds slowly moves what is about to be clicked: a page that scrolls meanwhile lets a click fall beside it.
      reducedMotion: 'reduce',
    });
    if (token !== undefined && token !== null) {
      await context.addCookies([
        // What was chosen on the device goes before what the account says.
        { name: 'hemicycle-language', value: language, url },
        { name: 'hemicycle-session', value: token, url, httpOnly: true, sameSite: 'Lax' },
      ]);
    }
    // Pages draw lots for when each of an assembly asks again; the few who read here are spread over a tenth of that time.
    await context.addInitScript(() => {
      const drawn = Math.random;
      Math.random = () => drawn() / 10;
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const reader = new Reader(page, context, url);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) reader.troubles.push(message.text());
    });
    page.on('pageerror', ({ message }) => reader.troubles.push(message));
    page.on('request', (request) => {
      const address = request.url();
      if (new URL(address).origin !== url && !address.startsWith('data:')) reader.troubles.push(address);
      if (request.resourceType() !== 'eventsource') reader.asked.add(request);
    });
    page.on('response', (response) => {
      if (response.status() < 400) return;
      const path = new URL(response.url()).pathname;
      void response
        .text()
        .catch(() => '')
        .then((body) => reader.troubles.push(`${response.status()} ${path}: ${body.slice(0, 500)}`));
    });
    page.on('requestfinished', (request) => reader.asked.delete(request));
    page.on('requestfailed', (request) => reader.asked.delete(request));
    return reader;
  }

  /** Opens an address of the forum and waits until the page is there. */
  async opens(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
    await this.page.locator('h1').waitFor();
    await this.settles();
  }

  /**
   * Waits until the page has every answer that it asked for and has drawn it: one that came may make it ask for
   * another, and what is drawn late moves what is about to be clicked.
   */
  async settles(): Promise<void> {
    let quiet = false;
    do {
      quiet = this.asked.size === 0;
      await this.page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
    } while (!quiet || this.asked.size > 0);
  }

  /** What axe finds against WCAG 2.2 AA and its own good practice, in words. Outside of the page’s own policy. */
  async barriers(): Promise<string[]> {
    if (await this.page.evaluate(() => !('axe' in globalThis))) await this.page.evaluate(AXE);
    return this.page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      // Every rule runs; what is not told is only where each element that passed stands.
      const { violations } = await axe.run({ resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    });
  }

  /** What is wrong with the page as it stands, wide and narrow, in words: barriers, and what goes beyond the edge. It stays narrow. */
  async flaws(): Promise<string[]> {
    const found: string[] = [];
    for (const width of [1280, 360]) {
      await this.page.setViewportSize({ width, height: 900 });
      const beyond = await this.overflow();
      if (beyond > 0) found.push(`${width}: ${beyond} pixels beyond the edge`);
      for (const barrier of await this.barriers()) found.push(`${width}: ${barrier}`);
    }
    return found;
  }

  /**
   * Every element of the page as it stands, with the attributes that it has and whether it has any text: the page
   * without its words.
   */
  structure(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.body.querySelectorAll('*')].map((element) =>
        [
          element.tagName,
          ...element
            .getAttributeNames()
            // The language of the reader is proposed in forms.
            .filter((name) => name !== 'checked')
            .toSorted(),
          element.getAttribute('role'),
          element.textContent?.trim() === '' ? 'empty' : '',
        ].join(' '),
      ),
    );
  }

  /** By how many pixels the page is wider than the window. */
  overflow(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }

  /** The text of what has the focus: its label where it is a field. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const active = document.activeElement;
      if (!(active instanceof HTMLElement)) return '';
      const label = active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : null;
      return (label ?? active.getAttribute('aria-label') ?? active.textContent ?? '').trim();
    });
  }

  /** Goes forward by the key that everybody has. @throws when a whole round of the page does not lead there. */
  async tabTo(name: RegExp): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      const focused = await this.focused();
      if (name.test(focused)) return;
      passed.push(focused.slice(0, 30));
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not lead to ${name}, but to ${passed.join(' · ')}`);
  }

  async leaves(): Promise<void> {
    await this.context.close();
  }
}
