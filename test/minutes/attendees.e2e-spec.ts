import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcomes, times } from '../support/at-once.js';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { linesOfPdf } from '../support/pdf.js';
import { done, Plenary } from '../support/plenary.js';
import {
  closed,
  groupInSession,
  groupMeeting,
  inSession,
  morning,
  withGroup,
} from '../support/working-groups.js';

const NOOR = { name: 'Noor Haddad', organisation: 'Université de Lyon', capacity: 'EXPERT' };
const OTTO = { name: 'Otto Lind', capacity: 'OBSERVER' };
const IRIS = { name: 'Iris Vidal', organisation: 'DITP', capacity: 'SECRETARIAT' };
const FACTS = '... on Minutes { id version { number sections { facts } } }';

describe('whoever attends a session without a seat', () => {
  let plenary: Plenary;
  let itemId: string;
  let minutesId: string;
  const government = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  /** Each a second after whoever was recorded before. */
  const records = (some: Json, voice: Voice = plenary.secretary): Promise<Json> => {
    plenary.forum.clock.pass(1_000);
    return voice.does('recordAttendee', { meetingId: plenary.id, ...some });
  };
  const removes = (attendeeId: string, voice: Voice = plenary.secretary): Promise<Json> =>
    voice.does('removeAttendee', { attendeeId });
  const ask = async (fields: string, voice: Voice = plenary.secretary): Promise<Json> =>
    (await voice.reads(`query ($id: ID!) { meeting(id: $id) { ${fields} } }`, { id: plenary.id })).meeting;
  const attendees = async (voice?: Voice): Promise<Json> =>
    (await ask('attendees { id name organisation capacity }', voice)).attendees;
  const idOf = async (name: string): Promise<string> =>
    (await attendees()).find((one: Json) => one.name === name).id;
  const opening = async (): Promise<{ number: number; facts: string }> => {
    const { minutes } = await plenary.secretary.reads(
      'query ($id: ID!) { minutes(id: $id) { version { number sections { facts } } } }',
      { id: minutesId },
    );
    return { number: minutes.version.number, facts: minutes.version.sections[0].facts };
  };

  beforeAll(async () => {
    const first = await (await Plenary.planned()).held();
    await first.goTo('2024-11-20');
    plenary = await first.another('2024-12-12');
  });
  afterAll(() => plenary?.forum.close());

  it('is recorded once the session is open, by whoever records its attendance (LIFE)', async () => {
    expect(await records(NOOR)).toBeRefusedBy('LIFE');
    [itemId = ''] = await inSession(plenary, [{ kind: 'INFORMATION', titleFr: 'Bilan', titleEn: 'Review' }]);
    expect(await records(NOOR, government(1))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await records(NOOR, plenary.forum.anyone)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await records({ ...NOOR, name: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    const { quorum } = await ask('quorum { colleges { present members } }');
    done(await records(NOOR));
    done(await records(OTTO));
    done(await records(IRIS));
    expect(await attendees()).toMatchObject([NOOR, { ...OTTO, organisation: null }, IRIS]);
    expect((await ask('quorum { colleges { present members } }')).quorum).toEqual(quorum);
  });

  it('is named once, be it by two who record her at once (MINUTES)', async () => {
    expect(await records({ ...NOOR, name: 'noor haddad', capacity: 'GUEST' })).toBeRefusedBy('MINUTES');
    const several = await times(3, () => records({ name: 'Wrong Name', capacity: 'GUEST' }));
    expect(outcomes(several).toSorted()).toEqual(['MINUTES', 'MINUTES', 'Meeting']);
    // The same name, of another organisation, is somebody else’s.
    done(await records({ ...NOOR, organisation: 'INRIA', capacity: 'GUEST' }));
  });

  it('is nobody who has a seat there, who is told among the members (MINUTES)', async () => {
    const [{ member }] = (await ask('attendance { member { person { name } organisation { name } } }'))
      .attendance;
    const [name, organisation] = [member.person.name, member.organisation.name];
    expect(await records({ name, capacity: 'GUEST' })).toBeRefusedBy('MINUTES');
    expect(await records({ name, organisation, capacity: 'GUEST' })).toBeRefusedBy('MINUTES');
    // Somebody else may have her name.
    done(await records({ name, organisation: 'INRIA', capacity: 'GUEST' }));
    done(await removes(await idOf(name)));
  });

  it('is shown to nobody else, before the minutes or after the session', async () => {
    for (const voice of [government(1), plenary.forum.anyone]) expect(await attendees(voice)).toBeNull();
    await closed(plenary);
    for (const voice of [government(1), plenary.forum.anyone]) expect(await attendees(voice)).toBeNull();
  });

  it('is erased when she was recorded wrongly', async () => {
    const wrong = await idOf('Wrong Name');
    expect(await removes(wrong, government(1))).toMatchObject({ code: 'FORBIDDEN' });
    const both = await times(2, () => removes(wrong));
    expect(outcomes(both).toSorted()).toEqual(['Meeting', 'NOT_FOUND']);
    expect(await plenary.forum.database.query(`SELECT FROM attendee WHERE name = 'Wrong Name'`)).toEqual([]);
  });

  it('stands in the draft of the minutes, which a correction changes in a new version', async () => {
    const draft = { meetingId: plenary.id, language: 'FR' };
    const { id, version } = done(await plenary.secretary.does('draftMinutes', draft, FACTS));
    minutesId = id;
    expect(version.sections[0].facts).toContain(
      [
        '### Autres personnes présentes',
        'Elles ne comptent pas pour le quorum et n’ont pas pris part aux votes.',
        [
          '- Experts entendus\u202f:',
          '  - Noor Haddad (Université de Lyon)',
          '- Observateurs\u202f:',
          '  - Otto Lind',
          '- Secrétariat\u202f:',
          '  - Iris Vidal (DITP)',
          '- Invités\u202f:',
          '  - Noor Haddad (INRIA)',
        ].join('\n'),
      ].join('\n\n'),
    );
    const [, , , mistaken] = await attendees();
    done(await removes(mistaken.id));
    done(await records({ name: 'Ada Ross', organisation: 'OGP', capacity: 'GUEST' }));
    const { number, facts } = await opening();
    expect(number).toBe(3);
    expect(facts).toContain('- Invités\u202f:\n  - Ada Ross (OGP)');
    expect(facts).not.toContain('INRIA');
    const versions = `SELECT number FROM minutes_version WHERE facts::text LIKE '%INRIA%'`;
    expect(await plenary.forum.database.query(versions)).toEqual([]);
    // Whoever wrote meanwhile is told, as by any other change of the draft.
    const sections = [{ key: 'opening', text: 'Accueil.' }];
    const stale = { minutesId, basedOnVersion: 1, sections };
    expect(await plenary.secretary.does('saveMinutes', stale)).toMatchObject({ code: 'CONFLICT' });
  });

  it('is recorded no more once the members have the minutes, which alone keep her name (MINUTES)', async () => {
    const otto = await idOf('Otto Lind');
    const sections = [{ key: 'opening', text: 'Accueil.' }];
    done(await plenary.secretary.does('saveMinutes', { minutesId, basedOnVersion: 3, sections }));
    done(await plenary.secretary.does('circulateMinutes', { minutesId, version: 4 }));
    expect(await attendees()).toEqual([]);
    expect(
      await plenary.forum.database.query(`SELECT number FROM minutes_version WHERE facts ? 'attendees'`),
    ).toEqual([{ number: 4 }]);
    expect(await plenary.forum.database.query('SELECT FROM attendee')).toEqual([]);
    expect(await records({ name: 'Late', capacity: 'GUEST' })).toBeRefusedBy('MINUTES');
    expect(await removes(otto)).toMatchObject({ code: 'NOT_FOUND' });
    const { permitted } = await ask('permitted { action allowed violations { rule { id } } }');
    for (const action of ['recordAttendee', 'removeAttendee']) {
      expect(permitted).toContainEqual({
        action,
        allowed: false,
        violations: [{ rule: { id: 'MINUTES' } }],
      });
    }
  });

  it('is named by every form of the minutes, and of their extracts, once they are published', async () => {
    await plenary.goTo('2025-01-10');
    const file = async (name: string): Promise<Buffer> => {
      const answer = await fetch(`${plenary.forum.url}/minutes/${name}`);
      expect(answer.status).toBe(200);
      return Buffer.from(await answer.arrayBuffer());
    };
    for (const name of [minutesId, `${minutesId}/items/${itemId}`]) {
      const texts = [
        (await file(`${name}.md`)).toString(),
        (await file(`${name}.xml`)).toString(),
        (await linesOfPdf(await file(`${name}.pdf`))).join('\n'),
      ];
      for (const text of texts) {
        for (const said of ['Autres personnes présentes', 'Noor Haddad (Université de Lyon)', 'Otto Lind']) {
          expect(text).toContain(said);
        }
      }
    }
    const xml = (await file(`${minutesId}.xml`)).toString();
    expect(xml).toMatch(/<TLCPerson [^>]*showAs="Noor Haddad"\/>/u);
  });
});

describe('whoever attends a working group’s meeting without a seat', () => {
  it('is recorded by a facilitator of the group, and forgotten after a year without minutes', async () => {
    const ready = await withGroup();
    const { plenary } = ready;
    const facilitator = plenary.member('GOVERNMENT', 4);
    try {
      await plenary.goTo('2025-01-06');
      const meetingId = await groupMeeting(ready, '2025-02-03');
      await morning(plenary, '2025-01-29');
      await groupInSession(plenary, meetingId, '2025-02-03', [facilitator]);
      const records = (voice: Voice): Promise<Json> => voice.does('recordAttendee', { meetingId, ...NOOR });
      expect(await records(plenary.member('CIVIL_SOCIETY', 1))).toMatchObject({ code: 'FORBIDDEN' });
      done(await records(facilitator));
      done(await facilitator.does('closeSession', { meetingId }));
      const draft = { meetingId, language: 'EN' };
      const { version } = done(await facilitator.does('draftMinutes', draft, FACTS));
      expect(version.sections[0].facts).toContain('- Experts heard:\n  - Noor Haddad (Université de Lyon)');

      // A year later nobody has got the minutes.
      const left = (): Promise<Json[]> =>
        plenary.forum.database.query(
          `SELECT FROM attendee UNION ALL SELECT FROM minutes_version WHERE facts::text LIKE '%Haddad%'`,
        );
      await morning(plenary, '2026-02-03');
      expect(await left()).toHaveLength(2);
      await morning(plenary, '2026-02-04');
      expect(await left()).toEqual([]);
    } finally {
      await plenary.forum.close();
    }
  });
});
