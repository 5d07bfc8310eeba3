import { type RuleId, stepIsLate } from '@hemicycle/charter';
import {
  ElectionActs,
  ElectionsRepository,
  GiveTrusteePart,
  SealedPollsRepository,
  type Situation,
  Situations,
} from '@hemicycle/elections';
import { GroupActs, GroupsRepository, RoadmapsRepository } from '@hemicycle/groups';
import {
  type Act,
  type College,
  type Day,
  dayInWords,
  dayOf,
  FORUM_TIME_ZONE,
  type Text,
} from '@hemicycle/kernel';
import { MandatesRepository, type Office } from '@hemicycle/mandates';
import {
  AgreeToMove,
  DecisionActs,
  DecisionsRepository,
  FollowUpsRepository,
  type Meeting,
  MeetingActs,
  MeetingsRepository,
  PlenaryRequestActs,
  PlenaryRequestsRepository,
} from '@hemicycle/meetings';
import { MembersRepository } from '@hemicycle/members';
import { MinutesActs, MinutesRepository } from '@hemicycle/minutes';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Calendar } from '../calendar.js';
import type { Obligation } from '../obligation.js';
import { type NeedAct, OF_A_MEETING, OF_AN_ELECTION, OF_A_ROLE, OF_OTHERS } from './acts.js';

/** Something that waits for one person. */
export interface PersonalNeed {
  readonly act: NeedAct;
  readonly rule: RuleId;
  /** What it is about, as a title; null: the meeting or the election says it. */
  readonly about: Text | null;
  readonly why: Text;
  readonly meeting: Pick<Meeting, 'id' | 'number' | 'state' | 'body' | 'groupId'> | null;
  readonly election: { readonly id: string; readonly office: Office; readonly college: College } | null;
  /** The minutes, the decision, the call, the request, or the working group that it is about; null: none of these. */
  readonly thingId: string | null;
  /** The last day on which it is done in time; null: no day is set. */
  readonly dueOn: Day | null;
  /** The instant from which it is too late, where a clock says it; null: none does. */
  readonly closesAt: Date | null;
  readonly late: boolean;
}

type Found = Pick<PersonalNeed, 'act' | 'rule' | 'why'> & Partial<PersonalNeed>;

const need = (found: Found): PersonalNeed => ({
  about: null,
  meeting: null,
  election: null,
  thingId: null,
  dueOn: null,
  closesAt: null,
  late: false,
  ...found,
});

/** How many things of one kind are looked into: more than a forum ever has under way, and a bound on what one reader costs. */
const MOST = 24;

const keysOf = <Acts extends object>(acts: Acts): (keyof Acts & string)[] =>
  Object.keys(acts) as (keyof Acts & string)[];

/**
 * Everything that waits for one person now: what the laws of the acts let her do, what the calendar makes due of her, and what
 * decisions charged her with. Each answer is that of the command itself. Whether she voted is not told: she may vote again.
 */
@Injectable()
export class WhatNeeds {
  constructor(
    private readonly calendar: Calendar,
    private readonly meetings: MeetingsRepository,
    private readonly meetingActs: MeetingActs,
    private readonly agreeing: AgreeToMove,
    private readonly decisions: DecisionsRepository,
    private readonly decisionActs: DecisionActs,
    private readonly requests: PlenaryRequestsRepository,
    private readonly requestActs: PlenaryRequestActs,
    private readonly followUps: FollowUpsRepository,
    private readonly elections: ElectionsRepository,
    private readonly electionActs: ElectionActs,
    private readonly situations: Situations,
    private readonly sealed: SealedPollsRepository,
    private readonly giving: GiveTrusteePart,
    private readonly minutes: MinutesRepository,
    private readonly minutesActs: MinutesActs,
    private readonly groups: GroupsRepository,
    private readonly groupActs: GroupActs,
    private readonly roadmaps: RoadmapsRepository,
    private readonly members: MembersRepository,
    private readonly mandates: MandatesRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /** What waits for whoever acts: what is done in a session that is open first, then what has a time, the earliest first. */
  async of(reader: EntityManager, act: Act): Promise<PersonalNeed[]> {
    const { obligations } = await this.calendar.on(reader, act.on);
    const waiting = obligations.filter(({ doneOn }) => doneOn === null);
    const holds = (await this.mandates.servingOn(reader, act.on)).filter(
      ({ personId }) => personId === act.actor.personId,
    );
    const needs = [
      ...(await this.ofElectionsAndMeetings(reader, act, waiting)),
      ...(await this.ofMinutes(reader, act)),
      ...(await this.ofSignatures(reader, act)),
      ...(await this.ofRecords(reader, act, waiting, holds)),
      ...(await this.ofGroups(reader, act, waiting)),
      ...(await this.ofRequests(reader, act, waiting)),
      ...(await this.ofApplications(reader, act)),
      ...(await this.ofFollowUps(reader, act)),
    ];
    const kept = this.kept(act, waiting, needs, holds);
    return [...needs, ...kept].toSorted((a, b) => this.when(a).localeCompare(this.when(b)));
  }

  private when({ closesAt, dueOn, meeting }: PersonalNeed): string {
    if (meeting?.state === 'IN_SESSION') return '';
    if (closesAt !== null) return dayOf(closesAt, this.zone);
    return dueOn ?? '9999';
  }

  private async ofElectionsAndMeetings(
    reader: EntityManager,
    act: Act,
    waiting: readonly Obligation[],
  ): Promise<PersonalNeed[]> {
    const elections = (await this.elections.everyUnderWay(reader)).slice(0, MOST);
    const underWay = await this.meetings.underWay(
      reader,
      elections.map(({ meetingId }) => meetingId),
      MOST,
    );
    const needs: PersonalNeed[] = [];
    for (const election of elections) {
      const situation = await this.situations.of(reader, act, election);
      for (const name of await this.electionActs.allowed(reader, act, situation, keysOf(OF_AN_ELECTION))) {
        needs.push(
          need({
            act: name,
            ...OF_AN_ELECTION[name],
            election,
            meeting: situation.meeting,
            ...this.untilClosing(name, situation),
          }),
        );
      }
    }
    for (const meeting of underWay) {
      const askedFor = keysOf(OF_A_MEETING).filter((name) => {
        // After the convocation an agenda may be changed; nothing asks for it.
        if (name === 'draftAgenda') return meeting.state === 'PLANNED';
        // Apologies are recorded as they come; the attendance waits for its day.
        return name !== 'recordAttendance' || dayOf(meeting.startsAt, this.zone) <= act.on;
      });
      for (const name of await this.meetingActs.allowed(reader, act, meeting, askedFor)) {
        // Whoever holds the second key may always agree to a move: it waits for her once others did.
        const toDay = name === 'agreeToMove' ? await this.agreeing.waitsFor(reader, act, meeting) : null;
        if (name === 'agreeToMove' && toDay === null) continue;
        const about = toDay === null ? null : dayInWords(toDay);
        const due = waiting.find(
          ({ rule, meetingId }) => meetingId === meeting.id && rule === OF_A_MEETING[name].rule,
        );
        const dueOn = due?.dueOn ?? null;
        const late = due?.state === 'LATE';
        needs.push(need({ act: name, ...OF_A_MEETING[name], about, meeting, dueOn, late }));
      }
      const ceremony = await this.sealed.ceremony(reader, meeting.id);
      if (ceremony !== null && (await this.giving.verdict(reader, act, ceremony, null)).length === 0) {
        needs.push(need({ act: 'giveTrusteePart', ...OF_OTHERS.giveTrusteePart, meeting }));
      }
    }
    const inSession = underWay.filter(({ state }) => state === 'IN_SESSION');
    const voting = (
      await this.decisions.ofMeetings(
        reader,
        inSession.map(({ id }) => id),
      )
    ).filter(({ state }) => state === 'VOTING');
    for (const decision of voting) {
      const [name] = await this.decisionActs.allowed(reader, act, decision, ['castDecisionVote']);
      if (name === undefined) continue;
      const meeting = inSession.find(({ id }) => id === decision.meetingId) ?? null;
      needs.push(
        need({ act: name, ...OF_OTHERS[name], about: decision.title, meeting, thingId: decision.id }),
      );
    }
    return needs;
  }

  /** A ballot is cast until its round closes. */
  private untilClosing(
    name: keyof typeof OF_AN_ELECTION,
    { lastRound }: Situation,
  ): Partial<Pick<PersonalNeed, 'closesAt'>> {
    return name === 'castBallot' || name === 'castRecordedBallot'
      ? { closesAt: lastRound?.closesAt ?? null }
      : {};
  }

  private async ofMinutes(reader: EntityManager, act: Act): Promise<PersonalNeed[]> {
    const circulated = await this.minutes.circulated(reader, act.at, MOST);
    const meetings = await this.meetings.byIds(
      reader,
      circulated.map(({ meetingId }) => meetingId),
    );
    const needs: PersonalNeed[] = [];
    for (const minutes of circulated) {
      const names = await this.minutesActs.allowed(reader, act, minutes, [
        'decideOnComments',
        'commentMinutes',
      ]);
      for (const name of names) {
        needs.push(
          need({
            act: name,
            ...OF_OTHERS[name],
            meeting: meetings.find(({ id }) => id === minutes.meetingId) ?? null,
            thingId: minutes.id,
            closesAt: name === 'commentMinutes' ? minutes.commentsUntil : minutes.rulingUntil,
          }),
        );
      }
    }
    return needs;
  }

  /** Published minutes that whoever acts has to sign; nothing waits for it. */
  private async ofSignatures(reader: EntityManager, act: Act): Promise<PersonalNeed[]> {
    const { personId } = act.actor;
    if (personId === null) return [];
    const unsigned = await this.minutes.unsigned(reader, { personId, at: act.at, limit: MOST });
    const meetings = await this.meetings.byIds(
      reader,
      unsigned.map(({ meetingId }) => meetingId),
    );
    return unsigned.map((minutes) =>
      need({
        act: 'signMinutes',
        ...OF_OTHERS.signMinutes,
        meeting: meetings.find(({ id }) => id === minutes.meetingId) ?? null,
        thingId: minutes.id,
      }),
    );
  }

  private async ofRequests(
    reader: EntityManager,
    act: Act,
    waiting: readonly Obligation[],
  ): Promise<PersonalNeed[]> {
    const states = ['OPEN', 'REQUIRED'] as const;
    const requests = await this.requests.list(reader, { states: [...states], after: null, limit: MOST });
    const needs: PersonalNeed[] = [];
    for (const request of requests) {
      const names = await this.requestActs.allowed(reader, act, request, [
        'supportPlenaryRequest',
        'planRequiredPlenary',
      ]);
      for (const name of names) {
        const due =
          name === 'planRequiredPlenary'
            ? waiting.find(({ rule, meetingId }) => rule === 'EXTRAORDINARY' && meetingId === null)
            : undefined;
        needs.push(
          need({
            act: name,
            ...OF_OTHERS[name],
            thingId: request.id,
            dueOn: due?.dueOn ?? null,
            late: due?.state === 'LATE',
          }),
        );
      }
    }
    return needs;
  }

  /** Applications that wait for their decision, call by call, for the secretariat. */
  private async ofApplications(reader: EntityManager, { actor: { roles } }: Act): Promise<PersonalNeed[]> {
    if (!roles.has('SECRETARIAT')) return [];
    const calls: { id: string; fr: string; en: string; undecided: number }[] = await reader.query(
      `SELECT c.id, c.title_fr AS fr, c.title_en AS en, count(*)::integer AS undecided
       FROM call_for_applications c JOIN application a ON a.call_id = c.id AND a.state = 'SUBMITTED'
       GROUP BY c.id ORDER BY c.closes_on, c.id LIMIT $1`,
      [MOST],
    );
    return calls.map(({ id, fr, en, undecided }) =>
      need({
        act: 'decideApplications',
        ...OF_OTHERS.decideApplications,
        about: { fr: `${fr} (${undecided})`, en: `${en} (${undecided})` },
        thingId: id,
      }),
    );
  }

  private async ofFollowUps(
    reader: EntityManager,
    { actor: { personId, roles }, on }: Act,
  ): Promise<PersonalNeed[]> {
    const member = personId === null ? null : await this.members.memberOfPerson(reader, personId, on);
    const ofRoles = roles.has('SECRETARIAT');
    if (member === null && !ofRoles) return [];
    const whose = { memberId: member?.id ?? null, organisationId: member?.organisationId ?? null, ofRoles };
    const followUps = await this.followUps.waitingFor(reader, whose, MOST);
    return followUps.map(({ task, role, decisionId, dueOn }) =>
      need({
        act: 'completeFollowUp',
        ...OF_OTHERS.completeFollowUp,
        ...(role === null ? {} : { why: OF_A_ROLE }),
        about: task,
        thingId: decisionId,
        dueOn,
        late: dueOn < on,
      }),
    );
  }

  /** Minutes that whoever keeps them has to draft and to send. */
  private async ofRecords(
    reader: EntityManager,
    act: Act,
    waiting: readonly Obligation[],
    holds: readonly Holding[],
  ): Promise<PersonalNeed[]> {
    const needs: PersonalNeed[] = [];
    const toSend = waiting.filter(
      (due) => due.reminded?.about === `minutes ${due.meetingId}` && concerns(act, due, holds),
    );
    for (const { meetingId, dueOn, state } of toSend.slice(0, MOST)) {
      if (meetingId === null) continue;
      const meeting = await this.meetings.known(reader, meetingId);
      const [minutes] = await this.minutes.ofMeetings(reader, [meetingId]);
      const [name] =
        minutes === undefined
          ? await this.meetingActs.allowed(reader, act, meeting, ['draftMinutes'])
          : await this.minutesActs.allowed(reader, act, minutes, ['circulateMinutes']);
      if (name === undefined) continue;
      const thingId = minutes?.id ?? null;
      needs.push(need({ act: name, ...OF_OTHERS[name], meeting, thingId, dueOn, late: state === 'LATE' }));
    }
    return needs;
  }

  /** What a group waits for: a meeting of the quarter, a roadmap that is kept. Of its facilitators, or of the secretariat while there is none. */
  private async ofGroups(
    reader: EntityManager,
    act: Act,
    waiting: readonly Obligation[],
  ): Promise<PersonalNeed[]> {
    const { roles } = act.actor;
    if (!roles.has('FACILITATOR') && !roles.has('SECRETARIAT')) return [];
    const groups = await this.groups.list(reader, { state: 'SET_UP', after: null, limit: MOST });
    const roadmaps = await this.roadmaps.latest(
      reader,
      groups.map(({ id }) => id),
    );
    const needs: PersonalNeed[] = [];
    for (const group of groups) {
      const about = group.theme;
      // What a past quarter lacked is no meeting that anybody can plan.
      const quarter = waiting.find(
        (due) => due.groupId === group.id && due.meetingId === null && due.state === 'DUE_SOON',
      );
      const steps = roadmaps.find(({ groupId }) => groupId === group.id)?.steps ?? [];
      const [lateSince] = steps
        .filter((step) => stepIsLate(step, act.on))
        .map((step) => step.dueOn)
        .toSorted((a, b) => (a < b ? -1 : 1));
      const due = {
        planMeeting: quarter && { dueOn: quarter.dueOn },
        saveRoadmap: lateSince && { dueOn: lateSince, late: true },
      };
      // Nobody is asked whether she may do what waits for nobody. Each group where something waits is asked about by itself: the answer
      // is the command's own, from the facts that it gathers. To read those of all at once would be a second way to gather them, for
      // two statements a group, and two dozen groups at most.
      const waits = keysOf(due).filter((name) => due[name] !== undefined);
      for (const name of await this.groupActs.allowed(reader, act, group, waits)) {
        needs.push(need({ act: name, ...OF_OTHERS[name], about, thingId: group.id, ...due[name] }));
      }
    }
    return needs;
  }

  /** What the calendar makes due of her, near or late, and no act found so far does. */
  private kept(
    act: Act,
    waiting: readonly Obligation[],
    found: readonly PersonalNeed[],
    holds: readonly Holding[],
  ): PersonalNeed[] {
    // What follows from decisions was found by whose it is.
    const doable = ({ rule, meetingId, groupId }: Obligation): boolean =>
      rule === 'DECISION' ||
      found.some(
        (one) =>
          one.rule === rule &&
          (one.meeting === null
            ? groupId !== undefined && one.thingId === groupId && one.act === 'planMeeting'
            : one.meeting.id === meetingId),
      );
    return waiting
      .filter((due) => due.state !== 'UPCOMING' && concerns(act, due, holds) && !doable(due))
      .map(({ rule, subject, why, dueOn, state, meetingId }) =>
        need({
          act: 'keepInTime',
          rule,
          about: subject,
          why,
          dueOn,
          late: state === 'LATE',
          thingId: meetingId,
        }),
      );
  }
}

/** A seat of the committee that she holds, or acts for: keys are turned by both (charter ACTING). */
type Holding = Awaited<ReturnType<MandatesRepository['servingOn']>>[number];

/** Whether the calendar makes it due of whoever acts. */
function concerns(
  { actor: { personId, roles } }: Act,
  { reminded, groupId }: Obligation,
  holds: readonly Holding[],
): boolean {
  if (reminded === undefined) return false;
  if (reminded.secretariat && roles.has('SECRETARIAT')) return true;
  if (personId === null) return false;
  return (
    reminded.personId === personId ||
    // A quarter's meeting is planned, or it is past planning: the secretariat alone is told that one went by.
    (groupId === undefined && reminded.keeperIds?.includes(personId) === true) ||
    (reminded.keyPart !== null && holds.some(({ college }) => college === reminded.keyPart))
  );
}
