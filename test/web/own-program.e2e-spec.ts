import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  checkBallot,
  openCredentials,
  openElection,
  readArchive,
  verifyArchive,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { TOOL_IS_HERE, toolAccepts } from '../sealed-ballot/third-party-tool.js';
import { aBrowser, Reader } from '../support/browser.js';
import type { MemberVoice, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { casts, lastRound, makeKey, pollFile, TrusteeDevice } from '../support/sealed.js';

describe('a voter who trusts no page with her choice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'own-program-'));
  const file = (name: string): string => join(folder, name);
  let browser: Browser;
  let plenary: Plenary;
  let electionId: string;
  let devices: TrusteeDevice[];
  let candidacy: string;
  let reader: Reader;
  let opening: Uint8Array;
  let tracker: string;

  const voter = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const bytesOf = async (path: string, voice: Voice): Promise<Uint8Array> =>
    new Uint8Array(await (await pollFile(plenary.forum.url, path, voice.token)).arrayBuffer());
  const openingFor = async (voice: Voice): Promise<string | null> => {
    const { election } = await voice.reads(
      'query ($id: ID!) { election(id: $id) { rounds { sealed { openingUrl } } } }',
      { id: electionId },
    );
    return election.rounds[0].sealed.openingUrl;
  };
  /** Runs what was built, as `npx hemicycle …` does. */
  const hemicycle = (...args: string[]): { status: number | null; stdout: string } =>
    spawnSync(
      process.execPath,
      [fileURLToPath(new URL('../../apps/cli/hemicycle.mjs', import.meta.url)), ...args],
      { encoding: 'utf8', cwd: folder, env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8' } },
    );

  beforeAll(async () => {
    browser = await aBrowser();
    plenary = await Plenary.planned({ members: 6, settings: { recordedElectionsAllowed: false } });
    electionId = (await plenary.convened()).GOVERNMENT;
    candidacy = await plenary.stands(voter(2), electionId);
    await plenary.opened();
    await plenary.ratifies();
    const host = await plenary.forum.secretary('Host');
    const trustees = [voter(5), plenary.member('CIVIL_SOCIETY', 5), host];
    const [governmentId, civilSocietyId, hostId] = trustees.map(({ personId }) => personId);
    done(
      await plenary.secretary.does('nameTrustees', {
        meetingId: plenary.id,
        governmentId,
        civilSocietyId,
        hostId,
      }),
    );
    devices = trustees.map((voice) => new TrusteeDevice(voice, plenary.id));
    await makeKey(devices);
    for (const college of ['GOVERNMENT', 'CIVIL_SOCIETY'] as const) {
      const { personId } = plenary.member(college, 6);
      done(await plenary.secretary.does('nameScrutineer', { electionId, college, personId }));
    }
    await plenary.vote(electionId);
    plenary.forum.clock.pass(60_000);
    reader = await Reader.at(browser, plenary.forum.url, { token: voter(1).token });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await browser?.close();
    await plenary?.forum.close();
  });

  it('has the archive of the opening, and so has whoever watches over the box; nobody else (SECRECY)', async () => {
    const { anyone } = plenary.forum;
    done(await casts(voter(4), electionId, [candidacy]));
    const url = (await openingFor(voter(1))) ?? '';
    const others = [voter(6), ...devices.map(({ voice }) => voice), plenary.secretary];
    expect(await Promise.all(others.map(openingFor))).toEqual(others.map(() => url));
    opening = await bytesOf(url, voter(1));
    expect(await bytesOf(url, voter(6))).toEqual(opening);
    // Neither of the ballot cast, nor that one was.
    expect(readArchive(opening)).toMatchObject({ ballots: [], closed: false, tally: null });
    for (const voice of [anyone, plenary.member('CIVIL_SOCIETY', 1)]) {
      expect(await openingFor(voice)).toBeNull();
      expect((await pollFile(plenary.forum.url, url, voice.token)).status).toBe(404);
    }
    const box = url.replace('.opening', '');
    expect((await pollFile(plenary.forum.url, box, voter(1).token)).status).toBe(404);
    const { valid } = await verifyArchive(opening, {
      sideFile: null,
      standard: 'ours',
      unfinished: true,
      groups: nativeGroups,
    });
    expect(valid).toBe(true);
  });

  it('seals her ballot by a command, from what the booth gives her', async () => {
    const { page } = reader;
    await reader.opens(`/elections/${electionId}/vote`);
    await page.getByText('Vote with a program of your own', { exact: true }).click();
    const link = page.getByRole('link', { name: 'The archive of the opening' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const archive = download.suggestedFilename();
    await download.saveAs(file(archive));
    expect(new Uint8Array(readFileSync(file(archive)))).toEqual(opening);

    const credential = page.locator('code', { hasText: /^\w{3}-\w{3}-\w{3}-\w{3}-\w{3}$/ });
    expect(await credential.count()).toBe(0);
    await page.getByRole('button', { name: 'Show my voting code' }).click();
    writeFileSync(file('mine.txt'), (await credential.textContent()) ?? '');
    expect(await reader.flaws()).toEqual([]);
    await page.getByRole('button', { name: 'Hide my voting code' }).click();
    expect(await credential.count()).toBe(0);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
      readFileSync(file('mine.txt'), 'utf8'),
    );

    const command = (await page.locator('code', { hasText: 'npx hemicycle vote' }).textContent()) ?? '';
    const [, , ...args] = command.replace('CHOICE', '[[0]]').split(' ');
    const { status, stdout } = hemicycle(...args);
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('GOVERNMENT 2') });
    tracker = /tracker: (\S{43})/.exec(stdout)?.[1] ?? '';
    if (!TOOL_IS_HERE) return;
    // A third party’s program seals one from the same two files.
    mkdirSync(file('folder'));
    writeFileSync(join(file('folder'), archive), opening);
    writeFileSync(file('choice.json'), '[[0,1]]');
    const elsewhere = spawnSync(
      'belenios-tool',
      [
        ['election', 'generate-ballot', '--dir', 'folder'],
        ['--privcred', 'mine.txt', '--ballot', 'choice.json'],
      ].flat(),
      { encoding: 'utf8', cwd: folder },
    );
    expect(elsewhere).toMatchObject({ status: 0 });
    const { election: raw, credentials } = readArchive(opening);
    const election = openElection(raw, nativeGroups);
    const listed = openCredentials(election.group, credentials);
    expect(() => checkBallot(election, listed, elsewhere.stdout.trim())).not.toThrow();
  });

  it('casts it by the page, which tells what is wrong of any other file, and has its tracker', async () => {
    const { page } = reader;
    const cast = page.getByRole('button', { name: 'Put this ballot in the box' });
    const field = page.getByLabel('Your sealed ballot');
    await cast.click();
    await page.getByText('Choose the file that your program wrote').waitFor();
    expect(await reader.focused()).toContain('Your sealed ballot');
    writeFileSync(file('other.json'), '{}');
    await field.setInputFiles(file('other.json'));
    await cast.click();
    await page.getByRole('alert').filter({ hasText: 'This check fails' }).waitFor();
    expect(await reader.flaws()).toEqual([]);

    // As an editor or somebody else’s program ends it.
    writeFileSync(file('ballot.json'), `${readFileSync(file('ballot.json'), 'utf8')}\n`);
    await field.setInputFiles(file('ballot.json'));
    await cast.click();
    await page.getByText('Your sealed ballot is in the box.').waitFor();
    expect(await page.locator('main code').first().textContent()).toBe(tracker);
    await page.getByText(`${tracker}: in the box of round 1`).waitFor();
    expect(await reader.flaws()).toEqual([]);
    // The same ballot again is refused as any other would be.
    await page.getByRole('button', { name: 'Vote again' }).click();
    await page.getByText('Vote with a program of your own', { exact: true }).click();
    await field.setInputFiles(file('ballot.json'));
    await cast.click();
    await page.getByRole('alert').getByRole('link', { name: 'ONE-BALLOT' }).waitFor();
    expect(reader.troubles).toEqual([]);
  });

  it('finds it in the archive published after the closing, which begins with that of the opening', async () => {
    for (const place of [2, 3, 5]) done(await casts(voter(place), electionId, [candidacy]));
    done(await plenary.secretary.does('closeVoting', { electionId }));
    expect(await openingFor(voter(1))).toBeNull();
    const closed = (await lastRound(voter(1), electionId)).sealed;
    const box = await bytesOf(closed.archiveUrl, voter(1));
    for (const device of devices.slice(0, 2)) done(await device.opens(electionId, box));
    done(await plenary.secretary.does('countVotes', { electionId }));
    const { sealed, count } = await lastRound(plenary.forum.anyone, electionId);
    expect(count.votesCast).toBe(5);
    expect(sealed.trackers).toContain(tracker);
    const archive = await bytesOf(sealed.archiveUrl, plenary.forum.anyone);
    writeFileSync(file('election.bel'), archive);
    writeFileSync(file('election.bound.json'), await bytesOf(sealed.sideFileUrl, plenary.forum.anyone));
    writeFileSync(file('opening.bel'), opening);
    const verified = hemicycle('verify', 'election.bel', '--since', 'opening.bel', '--tracker', tracker);
    expect(verified).toMatchObject({ status: 0 });
    if (TOOL_IS_HERE) expect(toolAccepts(archive)).toBe(true);
  });
});
