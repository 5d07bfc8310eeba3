import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COLLEGES, type College } from '@hemicycle/kernel';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

type Office = 'CO_CHAIR' | 'COMMITTEE_MEMBER';

/** Called and convened: the elections of the whole committee, by office and college. */
async function convened(
  plenary: Plenary,
  second?: readonly Voice[],
): Promise<(office: Office, college: College) => string> {
  await plenary.agenda(COLLEGES, COLLEGES);
  const elections = new Map<string, string>();
  for (const office of ['CO_CHAIR', 'COMMITTEE_MEMBER'] as const) {
    for (const college of COLLEGES) elections.set(office + college, await plenary.call(college, office));
  }
  await plenary.keys(second);
  done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));
  return (office, college) => elections.get(office + college) ?? '';
}

/**
 * The committee's first term ends: both co-chairs, the third of each college, stand again, and so do its members, the first and
 * the second. Members are numbered from 1 in the government's college, then on in civil society's, admitted on one day.
 */
describe('an item of a session is presided over', () => {
  let plenary: Plenary;
  let election: (office: Office, college: College) => string;
  const candidacies = new Map<string, string>();

  const member = (college: College, place: number): MemberVoice => plenary.member(college, place);
  const government = (place: number): MemberVoice => member('GOVERNMENT', place);
  const civil = (place: number): MemberVoice => member('CIVIL_SOCIETY', place);
  const stands = async (office: Office, college: College, places: readonly number[]): Promise<void> => {
    for (const place of places) {
      const candidacy = await plenary.stands(member(college, place), election(office, college));
      candidacies.set(`${office} ${college} ${place}`, candidacy);
    }
  };
  const candidacy = (office: Office, college: College, place: number): string =>
    candidacies.get(`${office} ${college} ${place}`) ?? '';
  const recorded = async (members: readonly MemberVoice[], mode: string): Promise<void> => {
    const entries = members.map(({ memberId }) => ({ memberId, mode }));
    done(await plenary.secretary.does('recordAttendance', { meetingId: plenary.id, entries }));
  };
  /** Nobody else may give the order, and it is said beforehand. */
  const isPresidedOverBy = async (
    electionId: string,
    president: Voice,
    others: readonly Voice[],
    words: string,
  ): Promise<void> => {
    for (const other of others) {
      const refused = await other.does('orderPoll', { electionId });
      expect(refused).toBeRefusedBy('PRESIDING');
      const reason = refused.violations.find(({ rule }: { rule: { id: string } }) => rule.id === 'PRESIDING');
      expect(reason.reason).toContain(words);
      expect(await plenary.foreseen(other, electionId, 'orderPoll')).toMatchObject({ allowed: false });
    }
    expect(await plenary.foreseen(president, electionId, 'orderPoll')).toEqual({ allowed: true, rules: [] });
  };
  /** From the order to the proclamation: the first two members of the college vote for these places. */
  const elects = async (
    office: Office,
    college: College,
    places: readonly number[],
    president: Voice,
  ): Promise<void> => {
    const electionId = election(office, college);
    const choice = places.map((place) => candidacy(office, college, place));
    await plenary.round(electionId, college, [choice, choice], president);
    done(await plenary.secretary.does('proclaimResult', { electionId }));
  };

  beforeAll(async () => {
    plenary = await Plenary.planned();
    election = await convened(plenary);
    for (const college of COLLEGES) {
      await stands('CO_CHAIR', college, [3]);
      await stands('COMMITTEE_MEMBER', college, [1, 2]);
    }
    await plenary.opened();
    await plenary.ratifies();
    await elects('CO_CHAIR', 'GOVERNMENT', [3], government(1));
    await elects('CO_CHAIR', 'CIVIL_SOCIETY', [3], government(3));
    for (const college of COLLEGES) await elects('COMMITTEE_MEMBER', college, [1, 2], government(3));
    done(await plenary.closes(government(3)));

    await plenary.goTo('2026-02-10');
    plenary = await plenary.another('2026-03-12');
    election = await convened(plenary, [government(3), civil(3)]);
    await stands('CO_CHAIR', 'GOVERNMENT', [3, 4]);
    await stands('CO_CHAIR', 'CIVIL_SOCIETY', [3]);
    await stands('COMMITTEE_MEMBER', 'GOVERNMENT', [1, 2, 3]);
    await stands('COMMITTEE_MEMBER', 'CIVIL_SOCIETY', [1, 2, 4, 5]);
    await plenary.goTo('2026-03-12', '14:00');
    await plenary.everybodyPresent();
  });
  afterAll(() => plenary?.forum.close());

  it('after its opening by a co-chair, that of the lowest number (PRESIDING)', async () => {
    for (const other of [civil(3), government(1), plenary.secretary]) {
      const refused = await other.does('openSession', { meetingId: plenary.id });
      expect(refused).toBeRefusedBy('PRESIDING');
      expect(refused.violations[0].reason).toContain(
        'GOVERNMENT 3 presides over the session (co-chair present)',
      );
    }
    done(await government(3).does('openSession', { meetingId: plenary.id }));
  });

  it('by the other co-chair, where one stands again (PRESIDING)', async () => {
    const electionId = election('CO_CHAIR', 'GOVERNMENT');
    const others = [government(3), government(1), plenary.secretary];
    await isPresidedOverBy(electionId, civil(3), others, 'CIVIL_SOCIETY 3');
    await elects('CO_CHAIR', 'GOVERNMENT', [4], civil(3));
  });

  it('by a committee member, where no co-chair is left who does not stand (PRESIDING)', async () => {
    const electionId = election('CO_CHAIR', 'CIVIL_SOCIETY');
    await isPresidedOverBy(electionId, government(4), [government(3), civil(3)], 'GOVERNMENT 4');
    await recorded([government(4)], 'ABSENT');
    const others = [government(2), civil(1), civil(3), plenary.secretary];
    await isPresidedOverBy(electionId, government(1), others, 'GOVERNMENT 1');
    await elects('CO_CHAIR', 'CIVIL_SOCIETY', [3], government(1));
  });

  it('by the member admitted first, where the committee stands or has left (PRESIDING)', async () => {
    const electionId = election('COMMITTEE_MEMBER', 'GOVERNMENT');
    await recorded([civil(1), civil(2), civil(3)], 'ABSENT');
    const others = [government(1), government(3), civil(4), plenary.secretary];
    await isPresidedOverBy(electionId, government(5), others, 'GOVERNMENT 5');
    await elects('COMMITTEE_MEMBER', 'GOVERNMENT', [1, 2], government(5));
  });

  it('by the secretariat, where all who are present stand (PRESIDING)', async () => {
    const electionId = election('COMMITTEE_MEMBER', 'CIVIL_SOCIETY');
    await recorded([civil(1), civil(2)], 'IN_ROOM');
    await recorded([1, 2, 3, 5].map(government), 'ABSENT');
    const others = [civil(1), civil(5), government(5)];
    await isPresidedOverBy(electionId, plenary.secretary, others, 'secretariat');
    await elects('COMMITTEE_MEMBER', 'CIVIL_SOCIETY', [1, 2], plenary.secretary);
  });

  it('and closed by a co-chair of the day, once she is back (PRESIDING)', async () => {
    expect(await plenary.closes(government(4))).toBeRefusedBy('PRESIDING');
    await recorded([government(4), civil(3)], 'IN_ROOM');
    expect(await plenary.closes(government(3))).toBeRefusedBy('PRESIDING');
    expect(await plenary.closes(plenary.secretary)).toBeRefusedBy('PRESIDING');
    expect(await plenary.closes(government(4))).toMatchObject({ state: 'HELD' });
  });

  it('by each of them in turn, as the session and its minutes tell (PRESIDING, MINUTES)', async () => {
    const { meeting } = await plenary.forum.anyone.reads(
      `query ($id: ID!) { meeting(id: $id) {
         president { person { name } }
         presidents { person { name } member { id } itemId }
         publishedAgenda { items { id office college } }
       } }`,
      { id: plenary.id },
    );
    const item = (office: Office, college: College): string =>
      meeting.publishedAgenda.items.find((one: Json) => one.office === office && one.college === college).id;
    expect(
      meeting.presidents.map(({ person, member: seat, itemId }: Json) => [
        person.name,
        seat !== null,
        itemId,
      ]),
    ).toEqual([
      ['GOVERNMENT 3', true, null],
      ['CIVIL_SOCIETY 3', true, item('CO_CHAIR', 'GOVERNMENT')],
      ['GOVERNMENT 1', true, item('CO_CHAIR', 'CIVIL_SOCIETY')],
      ['GOVERNMENT 5', true, item('COMMITTEE_MEMBER', 'GOVERNMENT')],
      [expect.any(String), false, item('COMMITTEE_MEMBER', 'CIVIL_SOCIETY')],
      ['GOVERNMENT 4', true, null],
    ]);
    expect(meeting.president.person.name).toBe('GOVERNMENT 4');
  });

  it('by whoever closed it, in what comes after: the comments on its minutes, and their signature (MINUTES)', async () => {
    const draft = { meetingId: plenary.id, language: 'EN' };
    const { id: minutesId } = done(
      await plenary.secretary.does('draftMinutes', draft, '... on Minutes { id }'),
    );
    done(await plenary.secretary.does('circulateMinutes', { minutesId, version: 1 }));
    done(await civil(4).does('commentMinutes', { minutesId, section: 'opening', text: 'I was late.' }));
    const read = 'query ($id: ID!) { minutes(id: $id) { editions { markdown } comments { id } } }';
    const { minutes } = await civil(4).reads(read, { id: minutesId });
    const [{ markdown }] = minutes.editions;
    expect(markdown).toMatch(
      /- Presided over by:\n {2}- GOVERNMENT 3, at the opening\n {2}- CIVIL\\_SOCIETY 3, from 12 March 2026 at \d\d:\d\d, beginning with item \d/u,
    );
    expect(markdown).toMatch(/- GOVERNMENT 3 \([^)]*\), outgoing co-chair\n/u);
    expect(markdown).toMatch(/- GOVERNMENT 4 \([^)]*\), co-chair from that day on\n/u);
    expect(markdown).toMatch(/- CIVIL\\_SOCIETY 3 \([^)]*\), co-chair\n/u);
    expect(markdown).toMatch(/ {2}- GOVERNMENT 4, from [^\n]*, at the close\n/u);
    const decisions = minutes.comments.map(({ id }: Json) => ({
      commentId: id,
      takenIn: false,
      reason: 'It is said.',
    }));
    const decides = (voice: Voice): Promise<Json> => voice.does('decideOnComments', { minutesId, decisions });
    await plenary.goTo('2026-03-20', '09:00');
    expect(await decides(government(3))).toBeRefusedBy('MINUTES');
    done(await decides(government(4)));
    const acts = async (voice: Voice): Promise<string[]> =>
      (await voice.reads('{ whatNeedsMe { act } }')).whatNeedsMe.map(({ act }: Json) => act);
    expect(await acts(government(3))).not.toContain('signMinutes');
    expect(await acts(government(4))).toContain('signMinutes');
  });
});
