import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { fingerprintOf } from '@hemicycle/sealed-ballot';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Reader } from '../support/browser.js';
import type { MemberVoice, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { readersOf } from '../support/readers.js';
import { casts, lastRound, pollFile, TrusteeDevice } from '../support/sealed.js';

const LAUNCHER = fileURLToPath(new URL('../../apps/cli/hemicycle.mjs', import.meta.url));

let plenary: Plenary;
let electionId: string;
let candidacies: [string, string];
let host: Voice;
/** The two others, who use what the forum gives them. */
let others: [TrusteeDevice, TrusteeDevice];
const reads = readersOf(() => plenary?.forum);
/** Where the trustee runs her program. */
const folder = mkdtempSync(join(tmpdir(), 'trustee-program-'));
const voter = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);

beforeAll(async () => {
  plenary = await Plenary.planned({ members: 6, settings: { recordedElectionsAllowed: false } });
  ({ GOVERNMENT: electionId } = await plenary.convened());
  candidacies = [await plenary.stands(voter(2), electionId), await plenary.stands(voter(3), electionId)];
  await plenary.opened();
  await plenary.ratifies();
  host = await plenary.forum.secretary('Host');
  const civilSociety = plenary.member('CIVIL_SOCIETY', 5);
  others = [new TrusteeDevice(civilSociety, plenary.id), new TrusteeDevice(host, plenary.id)];
  done(
    await plenary.secretary.does('nameTrustees', {
      meetingId: plenary.id,
      governmentId: voter(5).personId,
      civilSocietyId: civilSociety.personId,
      hostId: host.personId,
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The trustee’s page, with what is for a program of her own unfolded. */
async function comes(): Promise<Reader> {
  const reader = await reads(voter(5), `/meetings/${plenary.id}/trustee`);
  await unfolds(reader);
  return reader;
}

async function unfolds({ page }: Reader): Promise<void> {
  await page.getByText('With a program of your own').click();
  await page.getByRole('button', { name: 'Send this file' }).waitFor();
}

/** Downloads what the page offers, runs the command that it shows as it is, and gives what was printed. */
async function runs({ page }: Reader): Promise<string> {
  const form = page.locator('form').filter({ hasText: 'Run in the folder' });
  for (const link of await form.getByRole('link').all()) {
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    await download.saveAs(join(folder, download.suggestedFilename()));
  }
  const line = (await form.locator('code').textContent()) ?? '';
  expect(line).toMatch(/^npx hemicycle trustee /);
  const { code, printed } = await hemicycle(line.split(' ').slice(2));
  expect([code, printed]).toEqual([0, expect.stringContaining('Written to')]);
  return printed;
}

/** Runs the command as a process, in the folder: the exit code and what it printed. */
async function hemicycle(args: readonly string[]): Promise<{ code: unknown; printed: string }> {
  const env = { PATH: process.env['PATH'], LANG: 'C.UTF-8' };
  const running = spawn(process.execPath, [LAUNCHER, ...args], { cwd: folder, env });
  const ended = once(running, 'close');
  const printed = await text(running.stdout);
  const [code] = (await ended) as unknown[];
  return { code, printed };
}

/** Chooses a file of the folder and sends it. */
async function gives({ page }: Reader, name: string): Promise<void> {
  await page.getByLabel('What the command wrote').setInputFiles(join(folder, name));
  await page.getByRole('button', { name: 'Send this file' }).click();
}

describe('a trustee who works with a program of her own', () => {
  it('makes her share of the key with it, step by step (CNIL-1-08)', async () => {
    const trustee = await comes();
    const { page } = trustee;
    await page.getByRole('button', { name: 'Send this file' }).click();
    await page.getByText('Choose the file that the command wrote: step1.json.').waitFor();
    await runs(trustee);
    // Her secret code, chosen by mistake, goes nowhere.
    await gives(trustee, 'secret.seed');
    await page.getByText('This is not what this command writes: nothing was sent.').waitFor();
    expect(await page.getByLabel('What the command wrote').evaluate((field) => field.matches(':focus'))).toBe(
      true,
    );
    expect(await trustee.flaws()).toEqual([]);
    await gives(trustee, 'step1.json');
    await page.getByText('It is sent.').waitFor();
    for (const device of others) await device.gives();

    await page.getByRole('heading', { name: 'Step 2 of 3' }).waitFor();
    await unfolds(trustee);
    const hash = fingerprintOf(readFileSync(join(folder, 'step1.json'), 'utf8'));
    expect(await runs(trustee)).toContain(`Certificate of trustee 1: ${hash}`);
    await gives(trustee, 'step2.json');
    await page.getByRole('heading', { name: 'Step 2 of 3' }).waitFor({ state: 'detached' });
    for (const device of others) await device.gives();

    await page.getByRole('heading', { name: 'Step 3 of 3' }).waitFor();
    await unfolds(trustee);
    await runs(trustee);
    await gives(trustee, 'step3.json');
    await page.getByRole('heading', { name: 'Step 3 of 3' }).waitFor({ state: 'detached' });
    for (const device of others) await device.gives();
    await page.getByText('The key is made.').waitFor();
  });

  it('opens her part of a closed box with it, which the forum checks as any other (CNIL-1-09)', async () => {
    for (const [college, person] of [
      ['GOVERNMENT', voter(6)],
      ['CIVIL_SOCIETY', plenary.member('CIVIL_SOCIETY', 6)],
    ] as const) {
      const { personId } = person;
      done(await plenary.secretary.does('nameScrutineer', { electionId, college, personId }));
    }
    done(await plenary.president().does('orderPoll', { electionId }));
    done(await plenary.secretary.does('openVoting', { electionId }));
    for (const place of [1, 2, 3, 4, 6]) done(await casts(voter(place), electionId, [candidacies[0]]));
    done(await plenary.secretary.does('closeVoting', { electionId }));
    await plenary.forum.settled();

    const trustee = await comes();
    const { page } = trustee;
    await page.getByText('The forum announces 5 ballots that count.').waitFor();
    expect(await runs(trustee)).toContain('This opens the sum of 5 ballots');
    const { sealedUuid, sealed } = await lastRound(plenary.secretary, electionId);
    const opened = `opened-${sealedUuid}.json`;
    await gives(trustee, 'step3.json');
    await page.getByText('This is not what this command writes: nothing was sent.').waitFor();
    const written = JSON.parse(readFileSync(join(folder, opened), 'utf8')) as { decryption: string };
    writeFileSync(join(folder, 'theirs.json'), JSON.stringify({ ...written, owner: 2 }));
    await gives(trustee, 'theirs.json');
    await page.getByText('This file is the share of trustee number 2, not yours').waitFor();
    expect(await trustee.flaws()).toEqual([]);
    await gives(trustee, opened);
    await page.getByText('You have given your share for this box.').waitFor();

    const archive = await pollFile(plenary.forum.url, sealed.archiveUrl, host.token);
    done(await others[1].opens(electionId, new Uint8Array(await archive.arrayBuffer())));
    done(await plenary.secretary.does('countVotes', { electionId }));
    const { count } = await lastRound(plenary.forum.anyone, electionId);
    expect(count).toMatchObject({ votesCast: 5, blanks: 0 });
  });
});
