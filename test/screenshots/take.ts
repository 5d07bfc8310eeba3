/*
 * Takes the pictures of the documentation again: makes the demonstration forum in a folder of its own, comes in by the
 * links that its start prints, and looks, in French, at each page on a screen and on a telephone.
 */
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { aBrowser, Reader } from '../support/browser.js';
import {
  aDataFolder,
  aFreePort,
  ask,
  endEverything,
  Hemicycle,
  linkOf,
  tokenBehind,
} from '../support/hemicycle.js';

/** From the bundle, which lies in `dist/test`. */
const PICTURES = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const WIDTHS = { screen: 1280, telephone: 360 };
const HEIGHT = 900;

interface Scene {
  readonly name: string;
  /** How the start names whose link it prints; null: anybody. */
  readonly who: string | null;
  readonly path: string;
  /** What is done before the picture; gives what it begins with. Without it, the top of the page. */
  readonly prepare?: (page: Page) => Promise<Locator>;
}

async function scenes(url: string): Promise<readonly Scene[]> {
  const { meetings } = await ask(
    url,
    '{ meetings(body: PLENARY, first: 20) { nodes { id state elections { id office state } } } }',
  );
  const session = meetings.nodes.find(({ state }: { state: string }) => state === 'IN_SESSION');
  const poll = session.elections.find(({ state }: { state: string }) => state === 'VOTING').id;
  // The last that is over: figures, files and trackers are all there.
  const counted = meetings.nodes
    .filter(({ state }: { state: string }) => state === 'HELD')
    .flatMap(({ elections }: { elections: { id: string }[] }) => elections)[0].id;
  const { workingGroups, events } = await ask(
    url,
    `{ workingGroups { nodes { id meetings(first: 20) { nodes { minutes { id state } } } } }
       events(first: 20) { nodes { id state } } }`,
  );
  const [group] = workingGroups.nodes;
  const recorded = group.meetings.nodes.find(
    ({ minutes }: { minutes: { state: string } | null }) => minutes?.state === 'PUBLISHED',
  );
  const coming = events.nodes.find(({ state }: { state: string }) => state === 'PUBLISHED');
  return [
    { name: 'home', who: null, path: '/' },
    {
      name: 'roadmap',
      who: null,
      path: `/groups/${group.id}`,
      prepare: async (page) => page.getByRole('heading', { level: 2, name: 'Feuille de route' }),
    },
    { name: 'event', who: null, path: `/events/${coming.id}` },
    { name: 'group-minutes', who: null, path: `/minutes/${recorded.minutes.id}` },
    { name: 'observance', who: null, path: '/observance' },
    { name: 'needs', who: 'Secretariat', path: '/needs-me' },
    { name: 'feeds', who: null, path: '/feeds' },
    {
      name: 'election',
      who: null,
      path: `/elections/${counted}`,
      prepare: async (page) => page.getByRole('heading', { level: 2, name: 'Résultat' }),
    },
    {
      name: 'booth',
      who: 'Open poll, a vote to cast',
      path: `/elections/${poll}/vote`,
      prepare: async (page) => {
        const answer = page.getByRole('radio').or(page.getByRole('checkbox')).first();
        await answer.check();
        return page.getByRole('group').filter({ has: answer });
      },
    },
    {
      name: 'desk',
      who: 'Secretariat',
      path: `/desk/meetings/${session.id}`,
      prepare: async (page) => page.getByRole('heading', { level: 2, name: 'Porteurs de clé' }),
    },
    {
      name: 'verifier',
      who: null,
      path: `/elections/${counted}`,
      prepare: async (page) => {
        await page.getByRole('link', { name: 'Vérifier dans ce navigateur' }).click();
        const published = page
          .locator('section')
          .filter({ hasText: 'Avec les fichiers publiés par le forum' });
        await published.getByRole('button', { name: 'Lire et vérifier' }).click();
        const right = page.getByText('Tout ce qui a été vérifié est juste.');
        await right.waitFor();
        return right;
      },
    },
    {
      name: 'trustee',
      who: 'Open poll, trustee of civil society',
      path: `/meetings/${session.id}/trustee`,
      prepare: async (page) => {
        await page.getByRole('button', { name: 'Vérifier l’urne' }).click();
        await page.getByText('L’urne est juste.').waitFor();
        return page.getByRole('heading', { level: 2, name: 'Ouvrir les urnes' });
      },
    },
  ];
}

/** As WebP, a third as heavy as the PNG that a browser takes. */
async function written(browser: Browser, name: string, png: Buffer): Promise<void> {
  const page = await browser.newPage();
  const url = await page.evaluate(
    async (source) => {
      const image = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
      return new Promise<string>((done) => {
        const reader = new FileReader();
        reader.addEventListener('load', () => done(typeof reader.result === 'string' ? reader.result : ''));
        reader.readAsDataURL(blob);
      });
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await page.close();
  const file = join(PICTURES, `${name}.webp`);
  writeFileSync(file, Buffer.from(url.replace(/^.*,/, ''), 'base64'));
  console.log(`${name}.webp: ${Math.round(statSync(file).size / 1024)} kB`);
}

const folder = aDataFolder();
const port = await aFreePort();
const browser = await aBrowser();
try {
  console.log('Making the demonstration forum (about a minute)');
  const hemicycle = Hemicycle.run(['start'], {
    HEMICYCLE_DATA: folder,
    PORT: String(port),
    REQUESTS_PER_MINUTE: '1000000',
  });
  await hemicycle.says(/Ctrl-C stops the forum/);
  const url = `http://127.0.0.1:${port}`;
  const tokens = new Map<string, string>();
  const tokenOf = async (who: string): Promise<string> => {
    const token = tokens.get(who) ?? (await tokenBehind(linkOf(hemicycle.written, who)));
    tokens.set(who, token);
    return token;
  };
  for (const { name, who, path, prepare } of await scenes(url)) {
    if (name === 'trustee') await closesThePoll(url, await tokenOf('Secretariat'));
    for (const [place, width] of Object.entries(WIDTHS)) {
      const token = who === null ? null : await tokenOf(who);
      const reader = await Reader.at(browser, url, { token, language: 'fr', width });
      await reader.opens(path);
      const from = await prepare?.(reader.page);
      await reader.settles();
      await reader.page.setViewportSize({ width, height: HEIGHT });
      await reader.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      if (from !== undefined) {
        await from.evaluate((element) =>
          window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 24),
        );
      }
      await written(browser, `${name}-${place}`, await reader.page.screenshot({ animations: 'disabled' }));
      await reader.leaves();
    }
  }
} finally {
  await browser.close();
  await endEverything();
  rmSync(folder, { recursive: true, force: true });
}

/** As the session does before its trustees open the box. */
async function closesThePoll(url: string, token: string): Promise<void> {
  const { meetings } = await ask(
    url,
    '{ meetings(body: PLENARY, first: 20) { nodes { elections { id state } } } }',
  );
  const { id } = meetings.nodes
    .flatMap(({ elections }: { elections: { id: string; state: string }[] }) => elections)
    .find(({ state }: { state: string }) => state === 'VOTING');
  await ask(url, 'mutation ($input: CloseVotingInput!) { closeVoting(input: $input) { __typename } }', {
    token,
    variables: { input: { electionId: id } },
  });
}
