import { addDays, COLLEGES, type College, type Day, dayOf, instantAt } from '@hemicycle/kernel';
import {
  byElectionAgenda,
  discussionAgenda,
  type ElectedSeat,
  electionAgenda,
  type Item,
  type Office,
  RATIFICATION,
  SEATS,
} from './agendas.js';
import { calendarOn, type StoryPlenary } from './calendar.js';
import type { Cast } from './cast.js';
import { prepareEveryPlenary } from './committee-meetings.js';
import { announceEvents, tellEvents } from './events.js';
import { meetEveryQuarter } from './group-meetings.js';
import { type GroupAtWork, joinGroup, proposeGroups, type ProposedGroup } from './groups.js';
import {
  type Called,
  concludePoll,
  entrustKey,
  nameScrutineers,
  openPoll,
  type PollStaff,
  type Voter,
  whoMay,
} from './polls.js';
import { attachPapers, replaceResults } from './papers.js';
import { REPORT_HEARD, reportItem, reportTo } from './reports.js';
import { reviseRoadmap, writeRoadmap } from './roadmaps.js';
import { signOnceRead } from './signatures.js';
import { type Story, ZONE } from './story.js';
import type { DemonstrationTrustee } from './trustee-seeds.js';

/**
 * Who stands, renewal after renewal: for co-chair the next two of a list, for the committee’s two seats the next three of
 * another, so that nobody stands for both. The first of them win.
 */
const CANDIDATES: Readonly<Record<Office, Readonly<Record<College, readonly string[]>>>> = {
  CO_CHAIR: {
    GOVERNMENT: ['renouveau', 'dinum', 'meae', 'education'],
    CIVIL_SOCIETY: ['democratie-ouverte', 'decider-ensemble', 'transparency', 'open-data-france'],
  },
  COMMITTEE_MEMBER: {
    GOVERNMENT: ['ditp', 'sig', 'sante', 'anct'],
    CIVIL_SOCIETY: ['anticor', 'a-vote', 'debatlab', 'parlons-democratie'],
  },
};

/** How many seats a renewal fills; one more stands. */
const FILLED: Readonly<Record<Office, number>> = { CO_CHAIR: 1, COMMITTEE_MEMBER: 2 };

/** They never stand. */
const TRUSTEES: Readonly<Record<College, string>> = { GOVERNMENT: 'afd', CIVIL_SOCIETY: 'unicef' };
const SCRUTINEERS: Readonly<Record<College, string>> = { GOVERNMENT: 'interieur', CIVIL_SOCIETY: 'acte' };

/** The seat of the committee whose holder resigns before today’s session, so that it has a poll. */
const VACANT: ElectedSeat = { office: 'COMMITTEE_MEMBER', college: 'CIVIL_SOCIETY' };

/** Who attends every plenary without a seat there, named by what they do: nobody real is meant. */
const WITHOUT_A_SEAT = [
  { name: 'Chercheuse en données ouvertes', organisation: 'Université', capacity: 'EXPERT' },
  { name: 'Secrétariat de séance', organisation: 'CESE', capacity: 'SECRETARIAT' },
] as const;

/** How many have voted when the story ends: as many as lets anybody read the count (charter SECRECY-FLOOR). */
const EARLY_VOTERS = 5;

/** A seat on the day of a plenary. */
interface Seat {
  readonly id: string;
  readonly number: number;
  readonly college: College;
  readonly person: { readonly id: string; readonly name: string };
  readonly organisation: { readonly id: string };
  readonly alternate: { readonly id: string } | null;
}

/** A plenary that was planned, with the elections called for it. */
interface Planned {
  readonly meetingId: string;
  readonly elections: readonly Called[];
}

/** Every plenary of the demonstration, up to the one that is in session when it is told. Gives the trustees of its open poll. */
export async function holdPlenaries(
  story: Story,
  cast: Cast,
  told: Date,
): Promise<readonly DemonstrationTrustee[]> {
  return new Plenaries(story, cast, told).hold();
}

class Plenaries {
  /** How many renewals were prepared: who stands next depends on it. */
  private renewals = 0;
  private groups: readonly GroupAtWork[] = [];

  constructor(
    private readonly story: Story,
    private readonly cast: Cast,
    private readonly told: Date,
  ) {}

  async hold(): Promise<readonly DemonstrationTrustee[]> {
    const { past, today, toCome } = calendarOn(dayOf(this.told, ZONE));
    for (const [place, plenary] of past.entries()) await this.holdPast(plenary, place);
    return this.beginToday(today, toCome);
  }

  private async holdPast({ on, renews }: StoryPlenary, place: number): Promise<void> {
    const { story } = this;
    const isFirst = place === 0;
    await story.goTo(addDays(on, -45));
    const groups = place === SETS_GROUPS_UP ? await this.proposeGroups() : [];
    const reporting = this.withSomethingToReport();
    const planned = await this.plan(instantAt(on, '14:00', ZONE), [
      ...(isFirst ? [RATIFICATION] : []),
      ...groups.map(({ item }) => item),
      ...(renews ? electionAgenda : discussionAgenda)(reporting.map(reportItem)),
    ]);
    const called = renews ? await this.call(planned, SEATS) : planned;
    await story.goTo(addDays(on, -30));
    await this.turnKeys(called);
    await story.goTo(addDays(on, -23));
    await this.convene(called);
    await story.goTo(addDays(on, -12));
    const { elections, meetingId } = await this.nominate(called, this.renewals, 0);
    if (renews) this.renewals += 1;
    await story.goTo(addDays(on, -9));
    for (const group of reporting) await reportTo(story, meetingId, group);
    await story.goTo(addDays(on, -6));
    const trustees = renews ? await this.entrust({ meetingId, elections }, on) : [];

    await story.goTo(on, '13:45');
    const { voters, seats } = await this.attend(meetingId);
    await story.goTo(on, '14:00');
    const staff = await this.staff(seats, trustees);
    const opener = await this.open(meetingId, staff);
    for (const item of [...(isFirst ? [RATIFICATION] : []), ...groups.map((group) => group.item)]) {
      await this.decide(meetingId, item, opener, voters);
    }
    for (const election of elections) {
      story.pass(15);
      await openPoll(story, staff, election, electorsOf(election, voters));
      await concludePoll(story, staff, election);
    }
    await story.goTo(on, '17:00');
    const closer = await whoMay(story, staff.mayPreside, 'closeSession', { meeting: meetingId });
    await story.does(closer, 'closeSession', { meetingId });
    if (isFirst) await prepareEveryPlenary(story, this.cast.secretaryId);
    if (groups.length > 0) this.groups = await this.setToWork(groups, seats);
    // Of a session of these weeks, they are still to be written when today’s is being prepared.
    if (addDays(on, 30) <= dayOf(this.told, ZONE)) await this.record(meetingId, on);
  }

  private async setToWork(
    groups: readonly ProposedGroup[],
    seats: readonly Seat[],
  ): Promise<readonly GroupAtWork[]> {
    const { story } = this;
    const personOf = (slug: string): string => this.seatFor(seats, slug).person.id;
    const atWork: GroupAtWork[] = [];
    for (const proposed of groups) {
      const facilitatorIds = proposed.group.facilitators.map(personOf);
      const group = { ...proposed, facilitatorIds, toReport: [] };
      await joinGroup(story, group, personOf);
      await writeRoadmap(story, group);
      await meetEveryQuarter(story, group);
      atWork.push(group);
    }
    return atWork;
  }

  /** The groups that met since they last reported. */
  private withSomethingToReport(): readonly GroupAtWork[] {
    return this.groups.filter(({ toReport }) => toReport.length > 0);
  }

  /** The minutes: nobody comments on them, and they are published by themselves. */
  private async record(meetingId: string, on: Day): Promise<void> {
    const { story } = this;
    const { secretaryId } = this.cast;
    await story.goTo(addDays(on, 3));
    const { id: minutesId } = await story.does(
      secretaryId,
      'draftMinutes',
      { meetingId, language: 'FR' },
      'Minutes',
    );
    const heard = (await this.items(meetingId)).filter(({ reportOfId }) => reportOfId !== null);
    const sections = [
      ...heard.map(({ id: key }) => ({ key, text: REPORT_HEARD })),
      { key: 'opening', text: 'Les membres sont accueillis par le CESE, hôte du forum.' },
      { key: 'closing', text: 'La présidence remercie les membres, le secrétariat et les porteurs de clé.' },
    ];
    await story.does(secretaryId, 'saveMinutes', { minutesId, basedOnVersion: 1, sections });
    await story.goTo(addDays(on, 8));
    await story.does(secretaryId, 'circulateMinutes', { minutesId, version: 2 });
    signOnceRead(story, minutesId, instantAt(addDays(on, 18), '10:00', ZONE));
  }

  /** Prepares today’s session and the one to come side by side, then begins today’s and leaves its last poll open. */
  private async beginToday(
    { on, renews }: StoryPlenary,
    toCome: StoryPlenary & { readonly convened: boolean },
  ): Promise<readonly DemonstrationTrustee[]> {
    const { story, told } = this;
    // The hour under way: members are convened for it, and it has begun.
    const startsAt = new Date(Math.floor(told.getTime() / 3_600_000) * 3_600_000);
    await story.goTo(addDays(on, -20));
    if (!renews) await this.resign();
    const reporting = this.withSomethingToReport();
    const reports = reporting.map(reportItem);
    const planned = await this.plan(
      startsAt,
      renews ? electionAgenda(reports) : byElectionAgenda(VACANT, reports),
    );
    const called = await this.call(planned, renews ? SEATS : [VACANT]);
    // Their reports to it are still to be written.
    const next = await this.plan(
      instantAt(toCome.on, '14:00', ZONE),
      (toCome.renews ? electionAgenda : discussionAgenda)(this.groups.map(reportItem)),
    );
    const members = await this.seats(story.today);
    for (const group of this.groups) await reviseRoadmap(story, group);
    const { secretaryId } = this.cast;
    const events = await announceEvents(story, secretaryId, { evening: addDays(on, -12), session: on });
    for (const { person } of members.slice(0, 5))
      await story.does(person.id, 'registerForEvent', { eventId: events.coming });
    await story.goTo(addDays(on, -18));
    await this.turnKeys(called);
    await this.turnKeys(next);
    await story.goTo(addDays(on, -16));
    await this.convene(called);
    if (toCome.convened) await this.convene(next);
    await story.goTo(addDays(on, -10));
    await tellEvents(story, secretaryId, events);
    await replaceResults(story, secretaryId, called.meetingId);
    // In a by-election, whoever the last renewal’s committee did not take.
    const { elections, meetingId } = renews
      ? await this.nominate(called, this.renewals, 0)
      : await this.nominate(called, this.renewals - 1, FILLED[VACANT.office]);
    await story.goTo(addDays(on, -9));
    for (const group of reporting) await reportTo(story, meetingId, group);
    await story.goTo(addDays(on, -6));
    const trustees = await this.entrust({ meetingId, elections }, on);

    await story.goToInstant(startsAt);
    const { voters, seats } = await this.attend(meetingId);
    const staff = await this.staff(seats, trustees);
    await this.open(meetingId, staff);
    for (const election of elections) {
      story.pass(5);
      const electors = electorsOf(election, voters);
      if (election === elections.at(-1)) {
        await openPoll(story, staff, election, electors.slice(0, EARLY_VOTERS));
      } else {
        await openPoll(story, staff, election, electors);
        await concludePoll(story, staff, election);
      }
    }
    await story.goToInstant(told);
    const named = await this.trusteeNames(meetingId);
    return trustees.map(({ seed }, place) => ({ seed, name: named[place] ?? '' }));
  }

  private async plan(startsAt: Date, items: readonly Item[]): Promise<Planned> {
    const { secretaryId } = this.cast;
    const { id: meetingId } = await this.story.does(
      secretaryId,
      'planMeeting',
      {
        startsAt: startsAt.toISOString(),
        place: 'Palais d’Iéna, Paris',
        onlineLink: 'https://visio.forum.example/pleniere',
      },
      'Meeting',
    );
    await this.story.does(secretaryId, 'draftAgenda', { meetingId, items });
    await attachPapers(this.story, secretaryId, meetingId, items);
    return { meetingId, elections: [] };
  }

  private async call({ meetingId }: Planned, seats: readonly ElectedSeat[]): Promise<Planned> {
    const elections: Called[] = [];
    for (const seat of seats) {
      this.story.pass(5);
      const input = { meetingId, ...seat };
      const { id } = await this.story.does(this.cast.secretaryId, 'callElection', input, 'Election');
      elections.push({ ...seat, electionId: id, candidacyIds: [], seats: 0 });
    }
    return { meetingId, elections };
  }

  /** The secretariat’s key, then the committee’s: before there is one, one member of the founding group turns it whole. */
  private async turnKeys({ meetingId }: Planned): Promise<void> {
    const { story, cast } = this;
    await story.does(cast.secretaryId, 'turnKey', { meetingId, version: 1, key: 'SECRETARIAT' });
    const coChairs = await this.holders('CO_CHAIR');
    for (const personId of coChairs.length === 0 ? [cast.founderIds.CIVIL_SOCIETY] : coChairs) {
      story.pass(90);
      await story.does(personId, 'turnKey', { meetingId, version: 1, key: 'COMMITTEE' });
    }
  }

  private async convene({ meetingId }: Planned): Promise<void> {
    await this.story.does(this.cast.secretaryId, 'conveneMeeting', { meetingId });
  }

  /**
   * Has one more candidate stand than there are seats.
   *
   * @param turn of the lists of candidates
   * @param after how many of those whose turn it is do not stand
   */
  private async nominate({ meetingId, elections }: Planned, turn: number, after: number): Promise<Planned> {
    const seats = await this.seats(this.story.today);
    const nominated: Called[] = [];
    for (const election of elections) {
      const { office, college, electionId } = election;
      const pool = CANDIDATES[office][college];
      const filled = FILLED[office] - Math.min(after, 1);
      const candidacyIds: string[] = [];
      for (let place = turn + after; place <= turn + after + filled; place += 1) {
        const { person } = this.seatFor(seats, pool[place % pool.length]);
        const input = { electionId, statement: STATEMENT };
        candidacyIds.push((await this.story.does(person.id, 'standAsCandidate', input, 'Candidacy')).id);
        this.story.pass(60);
      }
      nominated.push({ ...election, candidacyIds, seats: filled });
    }
    return { meetingId, elections: nominated };
  }

  /** A second member of the committee leaves it. */
  private async resign(): Promise<void> {
    const { mandates } = (await this.story.asks(
      null,
      'query ($on: Day) { mandates(on: $on) { id office college holder { person { id } } } }',
      { on: this.story.today },
    )) as { mandates: readonly (ElectedSeat & { id: string; holder: { person: { id: string } } })[] };
    const held = mandates.filter(
      ({ office, college }) => office === VACANT.office && college === VACANT.college,
    );
    const mandate = held.at(-1);
    if (mandate === undefined) throw new Error(`On ${this.story.today} nobody can resign.`);
    const { id: mandateId, holder } = mandate;
    await this.story.does(holder.person.id, 'resignMandate', { mandateId, lastOn: this.story.today });
    this.story.pass(120);
  }

  private async entrust({ meetingId, elections }: Planned, on: Day): Promise<PollStaff['trustees']> {
    const { secretaryId, hostTrusteeId } = this.cast;
    const seats = await this.seats(on);
    const personOf = (slug: string): string => this.seatFor(seats, slug).person.id;
    for (const { electionId } of elections) {
      await nameScrutineers(this.story, secretaryId, electionId, {
        GOVERNMENT: personOf(SCRUTINEERS.GOVERNMENT),
        CIVIL_SOCIETY: personOf(SCRUTINEERS.CIVIL_SOCIETY),
      });
    }
    return entrustKey(this.story, secretaryId, meetingId, {
      GOVERNMENT: personOf(TRUSTEES.GOVERNMENT),
      CIVIL_SOCIETY: personOf(TRUSTEES.CIVIL_SOCIETY),
      HOST: hostTrusteeId,
    });
  }

  /** In each college one member is absent and one sends her alternate if she has one; some take part at a distance. */
  private async attend(meetingId: string): Promise<{ voters: readonly Voter[]; seats: readonly Seat[] }> {
    const seats = await this.seats(this.story.today);
    const voters: Voter[] = [];
    const entries = COLLEGES.flatMap((college) => {
      const ofCollege = seats.filter((seat) => seat.college === college);
      const sentFor = ofCollege.find(({ alternate }) => alternate !== null);
      return ofCollege.map(({ id: memberId, person, alternate }, place) => {
        if (place === ofCollege.length - 1) return { memberId, mode: 'EXCUSED' };
        const byAlternate = memberId === sentFor?.id;
        voters.push({
          memberId,
          college,
          personId: byAlternate && alternate !== null ? alternate.id : person.id,
        });
        return { memberId, mode: place % 4 === 3 ? 'ONLINE' : 'IN_ROOM', byAlternate };
      });
    });
    await this.story.does(this.cast.secretaryId, 'recordAttendance', { meetingId, entries });
    return { voters, seats };
  }

  private async staff(seats: readonly Seat[], trustees: PollStaff['trustees']): Promise<PollStaff> {
    const { secretaryId } = this.cast;
    const inOffice = [...(await this.holders('CO_CHAIR')), ...(await this.holders('COMMITTEE_MEMBER'))];
    const mayPreside = new Set([secretaryId, ...inOffice, ...seats.map(({ person }) => person.id)]);
    return { secretaryId, mayPreside: [...mayPreside], trustees };
  }

  /** Gives whoever presides. */
  private async open(meetingId: string, { mayPreside }: PollStaff): Promise<string> {
    const opener = await whoMay(this.story, mayPreside, 'openSession', { meeting: meetingId });
    await this.story.does(opener, 'openSession', { meetingId });
    for (const attendee of WITHOUT_A_SEAT) {
      await this.story.does(this.cast.secretaryId, 'recordAttendee', { meetingId, ...attendee });
    }
    return opener;
  }

  private async proposeGroups(): Promise<readonly ProposedGroup[]> {
    const seats = await this.seats(this.story.today);
    return proposeGroups(this.story, this.cast.secretaryId, (slug) => this.seatFor(seats, slug).id);
  }

  /** Has an item adopted by a recorded vote: most seats are for, some abstain, some are against. */
  private async decide(
    meetingId: string,
    { titleFr }: Item,
    presidentId: string,
    voters: readonly Voter[],
  ): Promise<void> {
    const { story } = this;
    const { secretaryId } = this.cast;
    const item = (await this.items(meetingId)).find(({ title }) => title === titleFr);
    story.pass(10);
    const order = { meetingId, itemId: item?.id };
    const { id: decisionId } = await story.does(presidentId, 'putToVote', order, 'Decision');
    await story.does(secretaryId, 'openDecisionVote', { decisionId });
    for (const [place, { memberId, personId }] of voters.entries()) {
      const choice = place % 5 === 3 ? 'ABSTAIN' : place % 7 === 4 ? 'AGAINST' : 'FOR';
      await story.does(personId, 'castDecisionVote', { decisionId, memberId, choice });
    }
    story.pass(5);
    await story.does(secretaryId, 'closeDecisionVote', { decisionId });
  }

  /** Those of the agenda that was sent. */
  private async items(
    meetingId: string,
  ): Promise<readonly { readonly id: string; readonly title: string; readonly reportOfId: string | null }[]> {
    const { meeting } = (await this.story.asks(
      null,
      'query ($id: ID!) { meeting(id: $id) { publishedAgenda { items { id title reportOfId } } } }',
      { id: meetingId },
    )) as {
      meeting: {
        publishedAgenda: { items: readonly { id: string; title: string; reportOfId: string | null }[] };
      };
    };
    return meeting.publishedAgenda.items;
  }

  private async seats(on: Day): Promise<readonly Seat[]> {
    const { members } = (await this.story.asks(
      null,
      `query ($on: Day) { members(first: 100, on: $on) {
         nodes { id number college person { id name } organisation { id } alternate { id } } } }`,
      { on },
    )) as { members: { nodes: readonly Seat[] } };
    return members.nodes;
  }

  private seatFor(seats: readonly Seat[], slug: string | undefined): Seat {
    const organisationId = this.cast.organisationIds.get(slug ?? '');
    const found = seats.find(({ organisation }) => organisation.id === organisationId);
    if (found === undefined) throw new Error(`On ${this.story.today} nobody sits for ${slug}.`);
    return found;
  }

  /** Who holds an office today, government first. */
  private async holders(office: Office): Promise<readonly string[]> {
    const { mandates } = (await this.story.asks(
      null,
      'query ($on: Day) { mandates(on: $on) { office holder { person { id } } } }',
      { on: this.story.today },
    )) as { mandates: readonly { office: Office; holder: { person: { id: string } } }[] };
    return mandates.filter((mandate) => mandate.office === office).map(({ holder }) => holder.person.id);
  }

  private async trusteeNames(meetingId: string): Promise<readonly string[]> {
    const { meeting } = (await this.story.asks(
      null,
      'query ($id: ID!) { meeting(id: $id) { keyCeremony { trustees { person { name } } } } }',
      { id: meetingId },
    )) as { meeting: { keyCeremony: { trustees: readonly { person: { name: string } }[] } } };
    return meeting.keyCeremony.trustees.map(({ person }) => person.name);
  }
}

/** The place among the plenaries of the one that sets up the working groups: the second, of the first year’s second half. */
const SETS_GROUPS_UP = 1;

/** Not everybody who attends votes. */
const TURNOUT = 10;

const electorsOf = ({ college }: Called, voters: readonly Voter[]): readonly Voter[] =>
  voters.filter((voter) => voter.college === college).slice(0, TURNOUT);

const STATEMENT =
  'Je me présente pour que chaque engagement du plan ait un calendrier public, des preuves et une réponse aux contributions. (Profession de foi inventée pour la démonstration.)';
