import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { readersOf } from '../support/readers.js';

let plenary: Plenary;
const reads = readersOf(() => plenary?.forum);

beforeAll(async () => {
  plenary = await Plenary.planned();
  await plenary.convened();
});

describe('a convened plenary, moved through the pages', () => {
  it('is moved from its desk, where the form begins with the day that it has', async () => {
    const secretary = await reads(plenary.secretary, `/desk/meetings/${plenary.id}`, { width: 1280 });
    const { page } = secretary;
    await page.getByText('Move the session').first().click();
    const day = page.getByLabel('New date', { exact: true });
    expect(await day.inputValue()).toBe('2024-06-20');
    expect(await page.getByLabel('Place', { exact: true }).inputValue()).toBe('Palais d’Iéna');
    expect(await secretary.flaws()).toEqual([]);

    // Too near: the rule says from which day on.
    await day.fill('2024-06-05');
    await page.getByLabel('Reason for the change, public').fill('The hall is flooded.');
    await page.getByRole('button', { name: 'Move the session' }).click();
    await page.getByText('the session may be held from 15 June 2024 on').waitFor();
    await day.fill('2024-06-27');
    await page.getByRole('button', { name: 'Move the session' }).click();
    await page.getByText('The session is moved; whoever is convened is told.').waitFor();
  });

  it('says to everybody when it was to be, and why it is no more', async () => {
    for (const [language, width, said] of [
      ['en', 360, 'Moved from Thursday 20 June 2024 at 14:00 to Thursday 27 June 2024 at 14:00.'],
      ['fr', 1280, 'Séance déplacée du jeudi 20 juin 2024 à 14 h 00 au jeudi 27 juin 2024 à 14 h 00.'],
    ] as const) {
      const anyone = await reads(null, `/meetings/${plenary.id}`, { language, width });
      await anyone.page.getByText(said.replaceAll(/(?<=\d) h /g, '\u00a0h\u00a0')).waitFor();
      await anyone.page.getByText('The hall is flooded.').first().waitFor();
      expect(await anyone.flaws()).toEqual([]);
    }
  });

  it('tells whoever fills the form in that somebody moved it meanwhile, and keeps her words', async () => {
    const secretary = await reads(plenary.secretary, `/desk/meetings/${plenary.id}`);
    const { page } = secretary;
    await page.getByText('Move the session').first().click();
    await page.getByLabel('Reason for the change, public').fill('A strike.');
    const input = {
      meetingId: plenary.id,
      basedOnMove: 1,
      place: 'Sénat',
      reason: 'The hall is requisitioned.',
    };
    done(await plenary.secretary.does('moveMeeting', { ...input, startsAt: '2024-06-28T12:00:00Z' }));
    await page.getByText('Somebody moved this session while you were writing.').waitFor();
    expect(await page.getByLabel('Reason for the change, public').inputValue()).toBe('A strike.');
    expect(await secretary.flaws()).toEqual([]);
  });

  it('is brought nearer once whoever holds the second key agreed on the page of the session', async () => {
    const founder = await reads(plenary.founder, `/meetings/${plenary.id}`);
    await founder.page.getByText('Agree to a move at short notice').click();
    expect(await founder.flaws()).toEqual([]);
    await founder.page.getByLabel('New day agreed to').fill('2024-06-10');
    await founder.page.getByRole('button', { name: 'Agree to this move' }).click();
    await founder.page.getByText('Agreement to a move to 10 June 2024 at short notice').waitFor();
  });
});

describe('a plenary that is planned, moved through the pages', () => {
  it('is given another day from its desk, without notice, and its page tells every day that it had', async () => {
    const next = await plenary.another('2024-12-05');
    const secretary = await reads(plenary.secretary, `/desk/meetings/${next.id}`);
    const { page } = secretary;
    await page.getByText('Move the session').first().click();
    await page.getByText('Nobody is convened yet').waitFor();
    expect(await page.getByLabel('Reason for the urgency').count()).toBe(0);
    await page.getByLabel('New date', { exact: true }).fill('2024-12-12');
    await page.getByLabel('Reason for the change, public').fill('The plan is late.');
    expect(await secretary.flaws()).toEqual([]);
    await page.getByRole('button', { name: 'Move the session' }).click();
    await page.getByText('The session is planned so.').waitFor();

    for (const [language, width, said] of [
      ['en', 1280, 'Moved from Thursday 5 December 2024 at 14:00 to Thursday 12 December 2024 at 14:00.'],
      ['fr', 360, 'Séance déplacée du jeudi 5 décembre 2024 à 14 h 00 au jeudi 12 décembre 2024 à 14 h 00.'],
    ] as const) {
      const anyone = await reads(null, `/meetings/${next.id}`, { language, width });
      await anyone.page.getByText(said.replaceAll(/(?<=\d) h /g, '\u00a0h\u00a0')).waitFor();
      await anyone.page
        .getByRole('heading', { name: language === 'fr' ? 'Dates successives' : 'Earlier dates' })
        .waitFor();
      expect(await anyone.flaws()).toEqual([]);
    }
  });
});

describe('a plenary whose second key is partly its members’, moved through the pages', () => {
  const civil = (place: number): Voice => plenary.member('CIVIL_SOCIETY', place);
  beforeAll(async () => {
    await plenary.forum.close();
    const held = await (await Plenary.planned()).held();
    const { committee } = await held.forum.anyone.reads('{ committee { coChairs { id college } } }');
    const seat = committee.coChairs.find(({ college }: { college: string }) => college === 'CIVIL_SOCIETY');
    const resigning = { mandateId: seat.id, lastOn: '2024-06-20' };
    done(await held.member('CIVIL_SOCIETY', 3).does('resignMandate', resigning));
    await held.goTo('2024-06-21');
    plenary = await held.another('2024-09-12');
    const election = {
      kind: 'ELECTION',
      titleFr: 'Coprésidence',
      titleEn: 'Co-chair',
      office: 'CO_CHAIR',
      college: 'CIVIL_SOCIETY',
    };
    done(await plenary.secretary.does('draftAgenda', { meetingId: plenary.id, items: [election] }));
    await plenary.call('CIVIL_SOCIETY');
    await plenary.keys([plenary.member('GOVERNMENT', 3), civil(1), civil(2)]);
    done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));
    await plenary.goTo('2024-09-02');
  });

  it('is agreed to by members of the college that has nobody in office, once they are asked and before', async () => {
    const other = await reads(plenary.member('GOVERNMENT', 1), `/meetings/${plenary.id}`);
    await other.page.getByRole('heading', { name: 'Agenda', exact: true }).waitFor();
    expect(await other.page.getByText('Agree to a move at short notice').count()).toBe(0);

    const agreement = { meetingId: plenary.id, version: 1, forDay: '2024-09-09' };
    done(await civil(2).does('agreeToMove', agreement));
    for (const [language, title] of [
      ['fr', 'Accepter un déplacement à bref délai\u00a0: 9 septembre 2024'],
      ['en', 'Agree to a move at short notice: 9 September 2024'],
    ] as const) {
      const told = await reads(civil(1), '/needs-me', { language, width: language === 'fr' ? 360 : 1280 });
      await told.page.getByRole('link', { name: title }).waitFor();
      expect(await told.flaws()).toEqual([]);
    }
    const member = await reads(civil(1), '/needs-me');
    await member.page.getByRole('link', { name: 'Agree to a move at short notice' }).click();
    await member.page.locator('summary', { hasText: 'Agree to a move at short notice' }).click();
    expect(await member.flaws()).toEqual([]);
    const day = member.page.getByLabel('New day agreed to');
    await day.fill('2024-09-01');
    await member.page.getByRole('button', { name: 'Agree to this move' }).click();
    await member.page.getByText('a short notice is agreed to for a day to come').waitFor();
    await day.fill('2024-09-09');
    await member.page.getByRole('button', { name: 'Agree to this move' }).click();
    await member.page.getByText('Agreement to a move to 9 September 2024 at short notice').nth(1).waitFor();
  });
});
