import { credentialsFile, newCredential, publicCredential } from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type College, COLLEGES } from '@hemicycle/kernel';
import type { Browser, Locator } from 'playwright-core';
import { TOOL_IS_HERE, toolAccepts } from '../sealed-ballot/third-party-tool.js';
import { aBrowser, Reader } from '../support/browser.js';
import type { MemberVoice, Voice } from '../support/forum.js';
import { done, type Founded, founded, Plenary } from '../support/plenary.js';
import { casts, lastRound, pollFile } from '../support/sealed.js';

const THE_DAY = '2024-06-20';
const GOVERNMENT_CO_CHAIR = 'Election of the co-chair, government actors';
const CIVIL_SOCIETY_CO_CHAIR = 'Election of the co-chair, civil society';
const GOVERNMENT_COMMITTEE = 'Election to the management committee, government actors';
const CIVIL_SOCIETY_COMMITTEE = 'Election to the management committee, civil society';
/** Each election, by the seat as the agenda offers it. */
const SEATS = {
  'Co-chairs, government actors': GOVERNMENT_CO_CHAIR,
  'Co-chairs, civil society': CIVIL_SOCIETY_CO_CHAIR,
  'Management committee, government actors': GOVERNMENT_COMMITTEE,
  'Management committee, civil society': CIVIL_SOCIETY_COMMITTEE,
};
const IN_WORDS: Readonly<Record<College, string>> = {
  GOVERNMENT: 'government actors',
  CIVIL_SOCIETY: 'civil society',
};

let browser: Browser;
let ready: Founded;
/** From its planning on. */
let plenary: Plenary;
const elections = new Map<string, string>();
/** Who stays from her first act to her last, and who came for one. */
const staying: Reader[] = [];
const passing: Reader[] = [];
let host: Voice;
let desk: Reader;
/** The first presides until a co-chair is proclaimed; the second votes by keyboard alone, on a telephone. */
let president: Reader;
let voter: Reader;
/** Of civil society, on a telephone. */
let otherVoter: Reader;
/** The government’s, who presides from her proclamation on. */
let coChair: Reader;
let trustees: [Reader, Reader, Reader];
/** What the voters wrote down: the trackers of their ballots in the first election. */
const trackers: string[] = [];

const government = (place: number): MemberVoice => member('GOVERNMENT', place);
const civilSociety = (place: number): MemberVoice => member('CIVIL_SOCIETY', place);
function member(college: College, place: number): MemberVoice {
  const found = ready.members[college][place - 1];
  if (found === undefined) throw new Error(`No member ${place} of ${college}`);
  return found;
}
const idOf = (title: string): string => elections.get(title) ?? '';
const addressOf = (title: string): string => `/elections/${idOf(title)}`;

beforeAll(async () => {
  browser = await aBrowser();
  ready = await founded({ members: 6, settings: { recordedElectionsAllowed: false } });
  host = await ready.forum.secretary('Host');
  const stays = async ({ token }: Voice, width = 1280): Promise<Reader> => {
    const reader = await Reader.at(browser, ready.forum.url, { token, width });
    staying.push(reader);
    return reader;
  };
  desk = await stays(ready.secretary);
  president = await stays(government(1));
  coChair = await stays(government(2));
  voter = await stays(government(4), 360);
  otherVoter = await stays(civilSociety(4), 360);
  trustees = [await stays(government(5)), await stays(civilSociety(5)), await stays(host)];
});
afterEach(async () => {
  for (const reader of passing.splice(0)) {
    await reader.leaves();
    expect(reader.troubles).toEqual([]);
  }
  for (const { troubles } of staying) expect(troubles).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await ready?.forum.close();
});

/** Somebody who comes for one act. */
async function visitor(voice: Voice | null, width = 1280): Promise<Reader> {
  const reader = await Reader.at(browser, ready.forum.url, { token: voice?.token ?? null, width });
  passing.push(reader);
  return reader;
}

/** Somebody who comes to one page. */
async function comes(voice: Voice | null, path: string, width?: number): Promise<Reader> {
  const reader = await visitor(voice, width);
  await reader.opens(path);
  return reader;
}

/** From the page of what needs her to that of the act. */
async function follows({ page, url }: Reader, name: string | RegExp): Promise<void> {
  await page.goto(`${url}/needs-me`);
  await page.getByRole('link', { name }).click();
}

/** Presses a button that is gone once the server has what it sends. */
async function sends(where: Reader['page'] | Locator, name: string): Promise<void> {
  const button = where.getByRole('button', { name, exact: true });
  await button.click();
  await button.waitFor({ state: 'detached' });
}

/** One election at the desk, which shows by itself what others did. */
const atTheDesk = (title: string): Locator =>
  desk.page
    .locator('section')
    .filter({ has: desk.page.getByRole('heading', { level: 3, name: title }) })
    .last();
async function presses(title: string, button: string, said: string): Promise<void> {
  await sends(atTheDesk(title), button);
  await desk.page.getByText(said).waitFor();
}

/** Whoever presides orders the first round of an election, and the secretary is told at once. */
async function orders(presiding: Reader, title: string): Promise<void> {
  await follows(presiding, `Order the vote: ${title}`);
  await presiding.page.getByRole('button', { name: 'Order the round' }).click();
  await presiding.page.getByText('The round is ordered').waitFor();
  await atTheDesk(title).getByText('Round 1: ordered, not open yet.').waitFor();
}

/** Verifies the one box that waits for her, then gives her share of it; gives the hash to compare. */
async function opensTheBox(trustee: Reader, look: () => Promise<void> = async () => {}): Promise<string> {
  const { page } = trustee;
  await follows(trustee, /^Open the box/);
  await page.getByRole('button', { name: 'Verify the box' }).click();
  await page.getByText('The box is right.').waitFor();
  expect(await trustee.focused()).toBe('The box is right.');
  const box = (await page.locator('dd code').first().textContent()) ?? '';
  expect(box).toMatch(/^[0-9a-f]{64}$/);
  await look();
  await page.getByRole('button', { name: 'Open my share' }).click();
  await page.getByText('Your share is given.').waitFor();
  return box;
}

/** The archive of an election as somebody may read it, given to a verifier that is not ours. */
async function isVerifiedElsewhere(title: string, reader: Voice = ready.forum.anyone): Promise<void> {
  const { archiveUrl } = (await lastRound(reader, idOf(title))).sealed;
  const archive = await pollFile(ready.forum.url, archiveUrl, reader.token);
  const bytes = new Uint8Array(await archive.arrayBuffer());
  if (TOOL_IS_HERE) expect({ title, accepted: toolAccepts(bytes) }).toEqual({ title, accepted: true });
}

/** Those who vote from devices of their own, out of sight: the places of their candidates on the ballot. */
async function othersVote(title: string, votes: readonly (readonly [MemberVoice, readonly number[]])[]) {
  for (const [elector, places] of votes) {
    const { candidates } = await lastRound(elector, idOf(title));
    done(
      await casts(
        elector,
        idOf(title),
        places.map((place) => candidates[place].id),
      ),
    );
  }
}

describe('before the first plenary', () => {
  it('the secretary plans it, writes its agenda and calls its elections', async () => {
    const { page } = desk;
    await desk.opens('/desk');
    expect(await desk.flaws()).toEqual([]);
    await page.getByLabel('Day', { exact: true }).fill(THE_DAY);
    await page.getByLabel('Place').fill('Palais d’Iéna');
    await page.getByRole('button', { name: 'Plan the session' }).click();
    await page.getByRole('heading', { level: 1, name: 'Desk: plenary session no. 1' }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    plenary = Plenary.first(ready, THE_DAY, id);

    const item = (position: number) => page.getByRole('group', { name: `Item ${position}` });
    await item(1).getByLabel('Kind').selectOption('Decision');
    await item(1).getByLabel('What it changes').selectOption('RULES_RATIFICATION');
    await item(1).getByLabel('Title in French').fill('Ratification des règles de fonctionnement');
    await item(1).getByLabel('Title in English').fill('Ratification of the rules');
    await page.getByRole('button', { name: 'Add an item' }).click();
    await item(2).getByLabel('Title in French').fill('Ouverture');
    await page.getByRole('button', { name: 'Save the agenda' }).click();
    await page.getByText('Give every item a title in both languages.').waitFor();
    await item(2).getByLabel('Title in English').fill('Opening');
    await page.getByRole('button', { name: 'Move up item 2' }).focus();
    await page.keyboard.press('Enter');
    expect(await desk.focused()).toBe('Move up item 1');
    expect(await item(1).getByLabel('Title in English').inputValue()).toBe('Opening');
    for (const [place, seat] of Object.keys(SEATS).entries()) {
      await page.getByRole('button', { name: 'Add an item' }).click();
      await item(place + 3)
        .getByLabel('Kind')
        .selectOption('Election');
      await item(place + 3)
        .getByLabel('Seat to be filled')
        .selectOption(seat);
      await item(place + 3)
        .getByLabel('Title in French')
        .fill(`Élection ${place + 1}`);
      await item(place + 3)
        .getByLabel('Title in English')
        .fill(`Election ${place + 1}`);
    }
    expect(await desk.flaws()).toEqual([]);
    await page.getByRole('button', { name: 'Save the agenda' }).click();
    await page.getByText('The agenda is saved: version 1.').waitFor();

    for (const [seat, title] of Object.entries(SEATS)) {
      await sends(page, `Call the election: ${seat}`);
      const href = await atTheDesk(title).getByRole('link', { name: 'Open' }).getAttribute('href');
      elections.set(title, href?.split('/').at(-1) ?? '');
    }
  });

  it('two keys are turned before anybody is convened (C3-AGENDA)', async () => {
    const { page } = desk;
    // Not before both: the button can be reached, and says why it does nothing.
    const convene = page.getByRole('button', { name: 'Convene the members' });
    await convene.focus();
    expect(await convene.getAttribute('aria-disabled')).toBe('true');
    const why = await convene.evaluate(
      (button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(why).toContain('C3-AGENDA');
    await page.keyboard.press('Enter');
    expect(await page.getByText('The convocations have left.').count()).toBe(0);

    await page.getByRole('button', { name: 'Turn the secretariat’s key' }).click();
    await page.getByText('The key is turned.').waitFor();
    const founder = await comes(ready.founder, '/needs-me', 360);
    expect(await founder.flaws()).toEqual([]);
    await founder.page.getByRole('link', { name: 'Turn your key of the agenda' }).click();
    await founder.page.getByRole('button', { name: 'Turn the management committee’s key' }).click();
    await founder.page.getByText('The key is turned.').waitFor();
    expect(await founder.flaws()).toEqual([]);

    // The desk is told.
    await page.locator('button:not([aria-disabled])', { hasText: 'Convene the members' }).click();
    await page.getByText('The convocations have left.').waitFor();
    expect(await desk.flaws()).toEqual([]);
    const { meeting } = await ready.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { state agenda { items { title } } elections { state } } }',
      { id: plenary.id },
    );
    expect(meeting.state).toBe('CONVENED');
    expect(meeting.agenda.items.slice(0, 2)).toEqual([
      { title: 'Opening' },
      { title: 'Ratification of the rules' },
    ]);
    expect(meeting.elections).toEqual(Array.from({ length: 4 }, () => ({ state: 'NOMINATIONS' })));
  });

  it('members stand, each with a statement', async () => {
    const candidacies: readonly (readonly [string, number, Reader | null])[] = [
      [GOVERNMENT_CO_CHAIR, 2, coChair],
      [GOVERNMENT_CO_CHAIR, 3, null],
      [CIVIL_SOCIETY_CO_CHAIR, 2, null],
      [CIVIL_SOCIETY_CO_CHAIR, 3, null],
      [GOVERNMENT_COMMITTEE, 1, president],
      [GOVERNMENT_COMMITTEE, 2, coChair],
      [GOVERNMENT_COMMITTEE, 3, null],
      [GOVERNMENT_COMMITTEE, 4, voter],
      [CIVIL_SOCIETY_COMMITTEE, 1, null],
      [CIVIL_SOCIETY_COMMITTEE, 3, null],
      [CIVIL_SOCIETY_COMMITTEE, 4, otherVoter],
    ];
    for (const [title, place, known] of candidacies) {
      // They stand on the ballot in this order.
      ready.forum.clock.pass(60_000);
      const college = title.endsWith(IN_WORDS.GOVERNMENT) ? 'GOVERNMENT' : 'CIVIL_SOCIETY';
      const reader = known ?? (await visitor(member(college, place)));
      const { page } = reader;
      await follows(reader, `Stand as a candidate: ${title}`);
      const stand = page.getByRole('button', { name: 'Stand as a candidate' });
      if (reader === voter) {
        await stand.click();
        await page.getByRole('heading', { name: 'One answer is to be corrected' }).waitFor();
        expect(await reader.flaws()).toEqual([]);
      }
      await page.getByLabel('Your statement').fill(`I shall open what is closed, as number ${place}.`);
      await stand.click();
      await page.getByText('Your candidacy is declared.').waitFor();
      await page.getByText(`I shall open what is closed, as number ${place}.`).waitFor();
      if (reader === voter) expect(await reader.flaws()).toEqual([]);
    }
  });
});

describe('the session', () => {
  it('opens once each college has its quorum, which the desk counts aloud (QUORUM)', async () => {
    await plenary.goTo(THE_DAY, '14:00');
    const { page } = desk;
    await desk.opens(`/desk/meetings/${plenary.id}`);
    await president.opens(`/meetings/${plenary.id}`);
    const open = president.page.getByRole('button', { name: 'Open the session' });
    expect(await open.count()).toBe(0);
    await page.getByText('The quorum is not reached.').waitFor();
    await page.getByRole('button', { name: 'Everybody else is in the room' }).click();
    await page.getByLabel('Attendance of GOVERNMENT 3').selectOption({ label: 'online' });
    await page.getByLabel('Attendance of CIVIL_SOCIETY 6').selectOption({ label: 'excused' });
    await page.getByRole('button', { name: 'Record attendance' }).click();
    await page.getByText('Attendance is recorded.').waitFor();
    await page.getByText('Each college has its quorum.').waitFor();
    await page.getByText('5 present or represented: the quorum is met.').first().waitFor();
    expect(await desk.flaws()).toEqual([]);

    // Who presides is known once they are counted, and she is told.
    await open.click();
    await president.page.getByText('The session is open.').waitFor();
    expect(await president.flaws()).toEqual([]);
  });

  it('ratifies the rules of procedure by a vote in each college (RULES-ADOPTION)', async () => {
    await president.page.getByRole('button', { name: 'Put to the vote: Ratification of the rules' }).click();
    await president.page.getByText('The item is put to the vote').waitFor();
    await sends(desk.page, 'Open the vote');
    for (const reader of [voter, otherVoter]) {
      const { page } = reader;
      await follows(reader, /^Vote on the decision/);
      await page.getByLabel('For', { exact: true }).check();
      await page.getByRole('button', { name: 'Vote', exact: true }).click();
      await page.getByText('The answer is recorded.').waitFor();
      if (reader === voter) expect(await reader.flaws()).toEqual([]);
    }
    await desk.page.getByText('2 seats have answered.').waitFor();
    await sends(desk.page, 'Close the vote');
    await desk.page.getByText('Adopted', { exact: true }).waitFor();
    expect(await desk.flaws()).toEqual([]);
  });

  it('names two scrutineers for each election, at the desk', async () => {
    for (const title of elections.keys()) {
      const section = atTheDesk(title);
      await section.getByText('Scrutineers: nobody yet').click();
      for (const college of COLLEGES) {
        const words = IN_WORDS[college];
        await section.getByLabel(`Scrutineer of the college: ${words}`).selectOption(`${college} 6`);
        await section.getByRole('button', { name: `Name this scrutineer: ${words}` }).click();
        await section.getByText(new RegExp(`^Scrutineers: .*${college} 6`)).waitFor();
      }
    }
    expect(await desk.flaws()).toEqual([]);
  });

  it('has a key made by three trustees (CNIL-1-08)', async () => {
    const { page } = desk;
    await page.getByLabel('For government actors').selectOption(government(5).personId);
    await page.getByLabel('For civil society').selectOption(civilSociety(5).personId);
    await page.getByLabel('For the host').selectOption(host.personId ?? '');
    await page.getByRole('button', { name: 'Name the trustees' }).click();
    await page.getByText('The trustees are named.').waitFor();
    expect(await desk.flaws()).toEqual([]);

    const seeds: string[] = [];
    for (const trustee of trustees) {
      await follows(trustee, 'Make your share of the key');
      await trustee.page.getByRole('button', { name: 'Draw my secret code' }).click();
      seeds.push((await trustee.page.getByRole('alert').locator('code').textContent()) ?? '');
      await trustee.page.getByRole('button', { name: 'Send my certificate' }).click();
      await trustee.page.getByText('First write the code on paper').waitFor();
      await trustee.page.getByLabel('I have written it on paper').check();
      if (seeds.length === 1) expect(await trustee.flaws()).toEqual([]);
      await sends(trustee.page, 'Send my certificate');
    }
    expect(new Set(seeds).size).toBe(3);
    for (const trustee of trustees) await sends(trustee.page, 'Seal and send the shares');
    // The third lost her device: she types what she wrote down, wrongly first.
    const [first, , third] = trustees;
    await third.page.evaluate(() => localStorage.clear());
    await third.page.reload();
    await third.page.getByLabel('Your secret code of 22 characters').fill(seeds[0] ?? '');
    await third.page.getByRole('button', { name: 'Put my shares together' }).click();
    await third.page.getByText('This secret code is not that of your share.').waitFor();
    expect(await third.flaws()).toEqual([]);
    await third.page.getByLabel('Your secret code of 22 characters').fill(` ${seeds[2]} `);
    for (const trustee of [third, ...trustees.slice(0, 2)]) {
      await sends(trustee.page, 'Put my shares together and send my public key');
    }
    await first.page.getByText('The key is made.').waitFor();
    expect(await first.flaws()).toEqual([]);
  });
});

describe('the election of the co-chair, government actors', () => {
  it('is ordered by the president, and opened at the desk', async () => {
    await orders(president, GOVERNMENT_CO_CHAIR);
    expect(await president.flaws()).toEqual([]);
    await presses(GOVERNMENT_CO_CHAIR, 'Open the vote, to close in session', 'The vote is open.');
  });

  it('is voted in by keyboard alone, sealed on the voter’s device, and voted in again', async () => {
    const { page } = voter;
    await voter.opens('/needs-me');
    await voter.tabTo(/^Vote by secret ballot/);
    await page.keyboard.press('Enter');
    await page.getByText('Your vote is secret').waitFor();
    // Told before she votes (SECRECY-FLOOR).
    await page.getByText('of a single ballot, the outcome tells everything').waitFor();
    expect(await voter.flaws()).toEqual([]);
    await votes(/^GOVERNMENT 2/, 'GOVERNMENT 3');
    const first = await trackerOn(voter);
    expect(await voter.flaws()).toEqual([]);
    await voter.tabTo(/^Vote again/);
    await page.keyboard.press('Enter');
    await votes(/^GOVERNMENT 3/, 'Blank vote');
    await page.getByText(`It replaces your ballot ${first}.`).waitFor();
    const second = await trackerOn(voter);
    await page.getByText(`${first}: replaced, in round 1`).waitFor();
    await page.getByText(`${second}: in the box of round 1`).waitFor();
    const elsewhere = 'replaced by a ballot that was not cast from this device';
    expect(await page.getByText(elsewhere).count()).toBe(0);

    // Somebody with her session votes: the booth tells her when she comes back, and she has the last word.
    const { tracker: foreign } = done(await casts(government(4), idOf(GOVERNMENT_CO_CHAIR), []));
    await page.reload();
    await page.getByText(elsewhere).waitFor();
    expect(await voter.flaws()).toEqual([]);
    await page.getByLabel('Blank vote').check();
    await page.getByRole('button', { name: 'Review my choice' }).click();
    await page.getByRole('button', { name: 'Seal and vote' }).click();
    await page.getByText(`It replaces the ballot ${foreign}, which was not cast from this device.`).waitFor();
    const third = await trackerOn(voter);
    await page.getByText(`${third}: in the box of round 1`).waitFor();
    expect(await page.getByText(elsewhere).count()).toBe(0);
    trackers.push(third);

    // Whatever is read of the page later, nothing of it goes with a choice.
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).toContain(third);
    expect(kept).not.toMatch(/blank|GOVERNMENT/);

    async function votes(before: RegExp, chosen: string): Promise<void> {
      await voter.tabTo(before);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await voter.tabTo(/^Review my choice/);
      await page.keyboard.press('Enter');
      await page.getByText('Read again before you vote').waitFor();
      expect(await page.locator('dd').first().textContent()).toBe(chosen);
      if (trackers.length === 0) expect(await voter.flaws()).toEqual([]);
      await voter.tabTo(/^Seal and vote/);
      await page.keyboard.press('Enter');
      await page.getByText('Your sealed ballot is in the box.').waitFor();
      expect(await voter.focused()).toBe('Your ballot is in the box');
    }
  });
  const trackerOn = async ({ page }: Reader): Promise<string> =>
    (await page.locator('main code').first().textContent()) ?? '';

  it('is voted in by a second voter, who follows her ballot by its number', async () => {
    const { page } = president;
    await page.getByRole('link', { name: 'Vote', exact: true }).click();
    await page.getByLabel('GOVERNMENT 2').check();
    await page.getByRole('button', { name: 'Review my choice' }).click();
    await page.getByRole('button', { name: 'Seal and vote' }).click();
    await page.getByText('Your sealed ballot is in the box.').waitFor();
    const tracker = await trackerOn(president);
    trackers.push(tracker);
    // During the poll anybody learns of a number where its ballot is, and nothing else.
    const anyone = await comes(null, addressOf(GOVERNMENT_CO_CHAIR));
    await anyone.page.getByLabel('Tracker').fill(tracker);
    await anyone.page.getByRole('button', { name: 'Look for it' }).click();
    await anyone.page.getByText(`${tracker}: in the box of round 1`).waitFor();
    await anyone.page.getByText('2 seats have voted.').waitFor();
    expect(await anyone.page.getByRole('link', { name: /archive/ }).count()).toBe(0);
    // Another college reads why it does not vote here; signing in again would change nothing.
    await otherVoter.opens(`${addressOf(GOVERNMENT_CO_CHAIR)}/vote`);
    await otherVoter.page.getByText(/This seat is the other college’s/).waitFor();
    expect(await otherVoter.page.getByRole('link', { name: /^Sign in again/ }).count()).toBe(0);
  });

  it('asks to sign in again whoever did so long ago', async () => {
    const anHour = 61 * 60_000;
    ready.forum.clock.pass(anHour);
    const reader = await comes(government(6), `${addressOf(GOVERNMENT_CO_CHAIR)}/vote`);
    await reader.page.getByText(/To vote, sign in again/).waitFor();
    expect(await reader.flaws()).toEqual([]);
    // In another tab: what she chose stays in this one.
    expect(await reader.page.getByRole('link', { name: /^Sign in again/ }).getAttribute('href')).toBe(
      '/sign-in',
    );
    ready.forum.clock.pass(-anHour);
  });

  it('has its box checked while the poll is open, from its page, by a scrutineer', async () => {
    const { page } = await comes(government(6), addressOf(GOVERNMENT_CO_CHAIR));
    await page.getByRole('button', { name: 'Check the whole box now' }).click();
    await page.getByRole('status').getByText('The box is whole: 2 ballots').waitFor();
  });

  it('is opened by two trustees, who verify the box first, and counted', async () => {
    await othersVote(GOVERNMENT_CO_CHAIR, [
      [government(2), [0]],
      [government(3), [1]],
      [government(5), [0]],
    ]);
    await presses(GOVERNMENT_CO_CHAIR, 'Close the vote', 'The vote is closed.');
    const [first, second, third] = trustees;
    const box = await opensTheBox(first, async () => expect(await first.flaws()).toEqual([]));
    expect(await opensTheBox(third)).toBe(box);

    // A device that opened a box of this election opens no other.
    await follows(second, /^Open the box/);
    await second.page.evaluate(
      ({ uuid }) => localStorage.setItem(`hemicycle.opened.${uuid}`, 'another box'),
      { uuid: (await lastRound(ready.secretary, idOf(GOVERNMENT_CO_CHAIR))).sealedUuid },
    );
    await second.page.getByRole('button', { name: 'Verify the box' }).click();
    await second.page.getByRole('button', { name: 'Open my share' }).click();
    await second.page.getByText('This device has opened another box').waitFor();
    await presses(GOVERNMENT_CO_CHAIR, 'Count', 'The round is counted.');
  });

  it('is proclaimed, and verified by each voter in her browser, and by somebody else’s tool', async () => {
    const electors = [voter, president];
    for (const { page, url } of electors) {
      await page.goto(url + addressOf(GOVERNMENT_CO_CHAIR));
      await page.getByText('GOVERNMENT 2 wins in the first round').waitFor();
    }
    await presses(GOVERNMENT_CO_CHAIR, 'Proclaim the result', 'The result is proclaimed.');
    for (const [place, reader] of electors.entries()) {
      const { page } = reader;
      // Nobody has to ask again: the proclamation comes by itself.
      await page.getByText(/GOVERNMENT 2 was proclaimed on/).waitFor();
      await page.getByText(`${trackers[place]}: in the box of round 1, and it counts`).waitFor();
      await page.getByText('Trackers of the ballots counted').click();
      await page.getByRole('table', { name: /^Members who voted/ }).waitFor();
      if (place === 0) expect(await reader.flaws()).toEqual([]);
      await page.getByRole('link', { name: 'Verify in this browser' }).click();
      const said = await verifies(reader);
      expect(said).toContain('GOVERNMENT 2: 3; GOVERNMENT 3: 1; blank: 1');
      expect(said).toContain('✓ Each factor is proved, once more,');
      if (place === 0) expect(await reader.flaws()).toEqual([]);
      await page.getByLabel('Tracker').fill(trackers[place] ?? '');
      await page.getByRole('button', { name: 'Look for it' }).click();
      await page.getByText('this ballot is in the box and it counts').waitFor();
    }
    await isVerifiedElsewhere(GOVERNMENT_CO_CHAIR);
  });
});

/** Verifies the files that the forum publishes; gives what the page says of them. */
async function verifies({ page }: Reader): Promise<string> {
  const published = page.locator('section').filter({ hasText: 'With the files that the forum publishes' });
  await published.getByRole('button', { name: 'Read and verify' }).click();
  await page.getByText('Everything that was checked is right.').waitFor();
  return (await page.locator('main').textContent()) ?? '';
}

describe('the election of the co-chair, civil society', () => {
  it('is ordered by the co-chair just proclaimed, its codes issued on another machine, which voters type', async () => {
    await orders(coChair, CIVIL_SOCIETY_CO_CHAIR);
    const { sealedUuid } = await lastRound(ready.secretary, idOf(CIVIL_SOCIETY_CO_CHAIR));
    const codes = Array.from({ length: 6 }, () => newCredential());
    const file = (issued: readonly string[]) => ({
      name: `${sealedUuid}.pubcreds`,
      mimeType: 'application/json',
      buffer: Buffer.from(
        credentialsFile(
          issued.map((code) => publicCredential(nativeGroups('BELENIOS-2048'), sealedUuid, code)),
        ),
      ),
    });
    const section = atTheDesk(CIVIL_SOCIETY_CO_CHAIR);
    await section.getByText('Voting codes are issued apart').click();
    await section.getByLabel('.pubcreds').setInputFiles(file(codes.slice(1)));
    await section.getByRole('button', { name: 'Open the vote with these codes' }).click();
    await section.getByText('This file has 5 credentials; the register has 6 seats.').waitFor();
    await section.getByLabel('.pubcreds').setInputFiles(file(codes));
    await section.getByRole('button', { name: 'Open the vote with these codes' }).click();
    await desk.page.getByText('The vote is open.').waitFor();

    const { page } = otherVoter;
    await follows(otherVoter, /^Vote by secret ballot/);
    await page.getByLabel('CIVIL_SOCIETY 2').check();
    await page.getByRole('button', { name: 'Review my choice' }).click();
    const cast = page.getByRole('button', { name: 'Seal and vote' });
    await cast.click();
    await page.getByText('Type your voting code.').waitFor();
    const [code = ''] = codes;
    const typed = page.getByLabel('Your voting code');
    await typed.fill(code.slice(0, -1) + (code.endsWith('a') ? 'b' : 'a'));
    await cast.click();
    await page.getByText('This code is impossible').waitFor();
    await typed.fill(newCredential());
    await cast.click();
    await page.getByText('Make sure that this code is yours').waitFor();
    expect(await otherVoter.flaws()).toEqual([]);
    await typed.fill(` ${code} `);
    await cast.click();
    await page.getByText('Your sealed ballot is in the box.').waitFor();
  });

  it('shows figures and files of few ballots to its scrutineers alone (SECRECY-FLOOR)', async () => {
    await presses(CIVIL_SOCIETY_CO_CHAIR, 'Close the vote', 'The vote is closed.');
    const [, second, third] = trustees;
    expect(await opensTheBox(second)).toBe(await opensTheBox(third));
    await presses(CIVIL_SOCIETY_CO_CHAIR, 'Count', 'The round is counted.');
    await atTheDesk(CIVIL_SOCIETY_CO_CHAIR).getByText('Elected: CIVIL_SOCIETY 2.').waitFor();

    const anyone = await comes(null, addressOf(CIVIL_SOCIETY_CO_CHAIR));
    await anyone.page.getByText('Elected: CIVIL_SOCIETY 2.').waitFor();
    await anyone.page.getByText('One seat has voted.').waitFor();
    expect(await anyone.page.getByRole('table').count()).toBe(0);
    expect(await anyone.page.getByRole('link', { name: /archive/ }).count()).toBe(0);

    const scrutineer = await comes(civilSociety(6), addressOf(CIVIL_SOCIETY_CO_CHAIR));
    await scrutineer.page.getByText('shown to the two scrutineers alone, and you are one').waitFor();
    expect(await scrutineer.page.getByRole('row', { name: /^CIVIL_SOCIETY 2/ }).textContent()).toMatch(/1$/);
    expect(await scrutineer.flaws()).toEqual([]);
    await scrutineer.page.getByRole('link', { name: 'Verify in this browser' }).click();
    expect(await verifies(scrutineer)).toContain('CIVIL_SOCIETY 2: 1; CIVIL_SOCIETY 3: 0; blank: 0');
    await isVerifiedElsewhere(CIVIL_SOCIETY_CO_CHAIR, civilSociety(6));
    await presses(CIVIL_SOCIETY_CO_CHAIR, 'Proclaim the result', 'The result is proclaimed.');
  });
});

describe('the election of the four members of the committee', () => {
  it('loses the candidacy of the co-chair elected (C3-COMMITTEE)', async () => {
    await coChair.opens(addressOf(GOVERNMENT_COMMITTEE));
    await coChair.page.getByText(/^Lapsed on .*: elected to another seat$/).waitFor();
    expect(await coChair.flaws()).toEqual([]);
  });

  it('takes two names at most in the booth of the government actors, by the same key (METHOD)', async () => {
    await orders(coChair, GOVERNMENT_COMMITTEE);
    await presses(GOVERNMENT_COMMITTEE, 'Open the vote, to close in session', 'The vote is open.');
    const { page } = president;
    await follows(president, /^Vote by secret ballot/);
    for (const place of [1, 3, 4]) await page.getByLabel(`GOVERNMENT ${place}`).check();
    await page.getByRole('button', { name: 'Review my choice' }).click();
    await page.getByText('Choose 2 names at most: you have ticked more.').waitFor();
    expect(await president.flaws()).toEqual([]);
    await page.getByLabel('GOVERNMENT 3').uncheck();
    await votes(president, 'GOVERNMENT 1, GOVERNMENT 4');

    // By keyboard alone, as before: boxes to tick now.
    await voter.opens('/needs-me');
    await voter.tabTo(/^Vote by secret ballot/);
    await voter.page.keyboard.press('Enter');
    for (const name of [/^GOVERNMENT 1/, /^GOVERNMENT 4/]) {
      await voter.page.getByText('Your vote is secret').waitFor();
      await voter.tabTo(name);
      await voter.page.keyboard.press('Space');
    }
    await voter.tabTo(/^Review my choice/);
    await voter.page.keyboard.press('Enter');
    await voter.page.getByText('Read again before you vote').waitFor();
    expect(await voter.page.locator('dd').first().textContent()).toBe('GOVERNMENT 1, GOVERNMENT 4');
    await voter.tabTo(/^Seal and vote/);
    await voter.page.keyboard.press('Enter');
    await voter.page.getByText('Your sealed ballot is in the box.').waitFor();

    await othersVote(GOVERNMENT_COMMITTEE, [
      [government(2), [0, 2]],
      [government(3), [1]],
      [government(5), []],
    ]);
    await isCountedAndProclaimed(GOVERNMENT_COMMITTEE, [0, 1], ['GOVERNMENT 1', 'GOVERNMENT 4']);
  });

  it('does the same for civil society', async () => {
    await orders(coChair, CIVIL_SOCIETY_COMMITTEE);
    await presses(CIVIL_SOCIETY_COMMITTEE, 'Open the vote, to close in session', 'The vote is open.');
    const { page } = otherVoter;
    await follows(otherVoter, /^Vote by secret ballot/);
    for (const place of [3, 4]) await page.getByLabel(`CIVIL_SOCIETY ${place}`).check();
    await votes(otherVoter, 'CIVIL_SOCIETY 3, CIVIL_SOCIETY 4');
    await othersVote(CIVIL_SOCIETY_COMMITTEE, [
      [civilSociety(1), [1, 2]],
      [civilSociety(2), [1]],
      [civilSociety(3), [1, 2]],
      [civilSociety(5), [0, 2]],
    ]);
    await isCountedAndProclaimed(CIVIL_SOCIETY_COMMITTEE, [1, 2], ['CIVIL_SOCIETY 3', 'CIVIL_SOCIETY 4']);
  });

  /** From what is ticked to the box. */
  async function votes({ page }: Reader, chosen: string): Promise<void> {
    await page.getByRole('button', { name: 'Review my choice' }).click();
    await page.getByText('Read again before you vote').waitFor();
    expect(await page.locator('dd').first().textContent()).toBe(chosen);
    await page.getByRole('button', { name: 'Seal and vote' }).click();
    await page.getByText('Your sealed ballot is in the box.').waitFor();
  }

  async function isCountedAndProclaimed(
    title: string,
    opening: readonly [number, number],
    elected: readonly string[],
  ): Promise<void> {
    await presses(title, 'Close the vote', 'The vote is closed.');
    const boxes = new Set<string>();
    for (const place of opening) boxes.add(await opensTheBox(trustees[place] as Reader));
    expect(boxes.size).toBe(1);
    await presses(title, 'Count', 'The round is counted.');
    await presses(title, 'Proclaim the result', 'The result is proclaimed.');
    const anyone = await comes(null, addressOf(title));
    for (const name of elected)
      await anyone.page.getByText(new RegExp(`^${name} was proclaimed on`)).waitFor();
    expect(await anyone.flaws()).toEqual([]);
    await isVerifiedElsewhere(title);
  }
});

describe('the forum, from then on', () => {
  const ELECTED = [
    'GOVERNMENT 2',
    'CIVIL_SOCIETY 2',
    'GOVERNMENT 1',
    'GOVERNMENT 4',
    'CIVIL_SOCIETY 3',
    'CIVIL_SOCIETY 4',
  ];

  it('shows everybody two co-chairs and four members', async () => {
    const anyone = await comes(null, '/');
    const { page } = anyone;
    for (const name of ELECTED.slice(0, 2)) {
      await page.getByRole('heading', { level: 3, name }).waitFor();
    }
    const results = page
      .locator('section', { has: page.getByRole('heading', { name: 'Latest results' }) })
      .last();
    for (const name of ELECTED) await results.getByText(name).waitFor();
    const reader = await comes(null, '/members');
    const committee = reader.page.getByRole('table', { name: 'Management committee' });
    expect((await committee.getByRole('rowheader').allTextContents()).toSorted()).toEqual(ELECTED.toSorted());
    for (const each of [anyone, reader]) expect(await each.flaws()).toEqual([]);
  });

  it('has its session closed by the co-chair who presides', async () => {
    await follows(coChair, 'Close the session');
    await coChair.page.getByRole('button', { name: 'Close the session' }).click();
    await coChair.page.getByText('The session is closed.').waitFor();
    await coChair.page.getByText('Held', { exact: true }).first().waitFor();
    expect(await coChair.flaws()).toEqual([]);
    await desk.page.getByText('Held', { exact: true }).first().waitFor();
  });

  it('lets the holder of a mandate alone resign, from her page', async () => {
    const { memberId } = government(2);
    const other = await comes(government(3), `/members/${memberId}`);
    await other.page.getByText('Co-chair from').waitFor();
    expect(await other.page.getByText(/^Resign/).count()).toBe(0);
    const { page } = coChair;
    await coChair.opens(`/members/${memberId}`);
    await page.getByText('Resign from this office').click();
    const last = page.getByLabel('Last day');
    await last.fill('2027-01-01');
    await page.getByRole('button', { name: 'Resign the mandate' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'C3-TERM' }).waitFor();
    await last.fill('2024-12-31');
    expect(await coChair.flaws()).toEqual([]);
    await page.getByRole('button', { name: 'Resign the mandate' }).click();
    await page.getByText('The end of the mandate is recorded.').waitFor();
    await page.getByText(/to 31 December 2024/).waitFor();
  });
});
