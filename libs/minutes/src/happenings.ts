import { voteResult } from '@hemicycle/charter';
import { type ElectionFile, ElectionsLoaders, ElectionsRepository } from '@hemicycle/elections';
import { GroupsRepository } from '@hemicycle/groups';
import { type Act, addDays, FORUM_TIME_ZONE, PUBLIC_URL } from '@hemicycle/kernel';
import {
  AgendasRepository,
  AttendanceRepository,
  Bodies,
  DecisionsRepository,
  type Meeting,
  MeetingsRepository,
  PapersRepository,
  PostponementsRepository,
  RecusalsRepository,
  recusedInVote,
  Sessions,
} from '@hemicycle/meetings';
import { MandatesRepository } from '@hemicycle/mandates';
import type { MemberOnDay } from '@hemicycle/members';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttendeesRepository } from './attendees.repository.js';
import type {
  DecisionFact,
  ElectionFact,
  ItemFact,
  MeetingFacts,
  OfficeFact,
  PaperFact,
  QuorumFact,
  RoundFact,
  SeatFact,
} from './document/meeting-facts.js';

/** An act of nobody: by it one reads what anybody reads. */
const byNobody = (act: Act): Act => ({
  ...act,
  actor: { personId: null, sessionId: null, roles: new Set(['ANYONE']) },
});

/** What happened at a meeting, from the tables: only what anybody may read goes into minutes (charter SECRECY-FLOOR). */
@Injectable()
export class Happenings {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly sessions: Sessions,
    private readonly attendance: AttendanceRepository,
    private readonly attendees: AttendeesRepository,
    private readonly agendas: AgendasRepository,
    private readonly decisions: DecisionsRepository,
    private readonly recusals: RecusalsRepository,
    private readonly postponements: PostponementsRepository,
    private readonly papers: PapersRepository,
    private readonly elections: ElectionsRepository,
    private readonly electionFiles: ElectionsLoaders,
    private readonly bodies: Bodies,
    private readonly groups: GroupsRepository,
    private readonly mandates: MandatesRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** @throws RangeError for a meeting that was not held. */
  async of(reader: EntityManager, act: Act, meeting: Meeting): Promise<MeetingFacts> {
    const { id, number, openedAt, closedAt, place, onlineLink } = meeting;
    const presidents = await this.meetings.presidents(reader, [id]);
    if (openedAt === null || closedAt === null || presidents.length === 0) {
      throw new RangeError(`Meeting ${id} was not held`);
    }
    const on = this.sessions.dayOf(meeting);
    const members = await this.bodies.membersOf(reader, meeting);
    const { groupFr, groupEn } = await this.bodies.named(reader, meeting);
    const agenda = await this.agendas.published(reader, id);
    const convocation = await this.meetings.latestConvocation(reader, id);
    const decisions = await this.decided(reader, id, members);
    const recusals = await this.recusals.ofMeetings(reader, [id]);
    const postponed = await this.postponements.ofMeetings(reader, [id]);
    const elections = await this.elected(reader, act, id);
    const papers = await this.papersOf(reader, id);
    const reporting = await this.reporting(reader, id, agenda?.items ?? []);
    return {
      body: meeting.body,
      number,
      group:
        meeting.groupId === null || groupFr === null || groupEn === null
          ? null
          : { id: meeting.groupId, theme: { fr: groupFr, en: groupEn } },
      on,
      timeZone: this.zone,
      openedAt: openedAt.toISOString(),
      closedAt: closedAt.toISOString(),
      place,
      online: onlineLink !== null,
      presidents: presidents.map(({ person, memberId, fromAt, itemId }) => ({
        name: person.name,
        ofSecretariat: memberId === null,
        from: fromAt.toISOString(),
        itemId,
      })),
      quorumRequired: convocation?.quorumRequired ?? meeting.groupId === null,
      seats: await this.seats(reader, meeting, members),
      attendees: (await this.attendees.ofMeeting(reader, id)).map(({ name, organisation, capacity }) => ({
        name,
        organisation,
        capacity,
      })),
      quorum: await this.quorum(reader, id),
      items: (agenda?.items ?? []).map(
        ({ itemId, kind, titleFr, titleEn, office, college, presentsResults, reportOfId }) => ({
          itemId,
          kind,
          title: { fr: titleFr, en: titleEn },
          presentsResults,
          reportOf: reporting.get(reportOfId ?? '') ?? null,
          papers: papers.filter((one) => one.itemId === itemId).map(({ paper }) => paper),
          recused: recusals.filter((one) => one.itemId === itemId).map(({ name }) => name),
          postponed:
            postponed.filter((one) => one.itemId === itemId).map(({ reason }) => ({ reason }))[0] ?? null,
          decisions: decisions.filter((one) => one.itemId === itemId).map(({ decision }) => decision),
          elections: elections.filter(
            (election) => kind === 'ELECTION' && election.office === office && election.college === college,
          ),
        }),
      ),
    };
  }

  /** The papers of the items, as everybody reads them: neither those for members alone, nor those that were withdrawn. */
  private async papersOf(
    reader: EntityManager,
    meetingId: string,
  ): Promise<{ readonly itemId: string; readonly paper: PaperFact }[]> {
    const papers = await this.papers.ofMeetings(reader, [meetingId]);
    return papers
      .filter(({ state, membersOnlyReason }) => state === 'ATTACHED' && membersOnlyReason === null)
      .map(({ id, itemId, title, versions: [{ number, format, size, fingerprint }] }) => ({
        itemId,
        paper: {
          title,
          address: new URL(`/papers/${id}/${number}`, this.publicUrl).href,
          format,
          size,
          fingerprint,
        },
      }));
  }

  /** The working groups whose reports the items of a plenary hear, by id. */
  private async reporting(
    reader: EntityManager,
    meetingId: string,
    items: readonly { readonly reportOfId: string | null }[],
  ): Promise<Map<string, NonNullable<ItemFact['reportOf']>>> {
    const ids = items.flatMap(({ reportOfId }) => (reportOfId === null ? [] : [reportOfId]));
    if (ids.length === 0) return new Map();
    const groups = await this.groups.byIds(reader, ids);
    return new Map(
      groups.map(({ id, theme }) => [
        id,
        { theme, address: new URL(`/groups/${id}/reports/${meetingId}`, this.publicUrl).href },
      ]),
    );
  }

  private async seats(
    reader: EntityManager,
    meeting: Meeting,
    members: readonly MemberOnDay[],
  ): Promise<SeatFact[]> {
    const attended = await this.attendance.listed(reader, [meeting.id]);
    const officesOf = await this.offices(reader, meeting);
    return members.map(({ id, number, personName, organisationName, college }) => {
      const row = attended.find(({ memberId }) => memberId === id);
      return {
        number,
        name: personName,
        organisation: organisationName,
        college,
        offices: officesOf(id),
        mode: row?.mode ?? 'ABSENT',
        leftEarly: row?.leftEarly ?? false,
        alternate: row?.alternate?.name ?? null,
        proxyHolder: members.find((member) => member.id === row?.holderId)?.personName ?? null,
      };
    });
  }

  /**
   * What offices members held at the meeting. A mandate that began on its day did so in session, by a proclamation or a decision, and
   * ended the one before with the day before (charter C3-TERM).
   */
  private async offices(
    reader: EntityManager,
    meeting: Meeting,
  ): Promise<(memberId: string) => OfficeFact[]> {
    const on = this.sessions.dayOf(meeting);
    const serving = await this.mandates.servingOn(reader, on);
    const before = await this.mandates.servingOn(reader, addDays(on, -1));
    const facilitating = await this.bodies.facilitatorIds(reader, meeting, on);
    const ended = before.filter(
      (one) => !serving.some(({ memberId, office }) => memberId === one.memberId && office === one.office),
    );
    return (memberId) => [
      ...serving
        .filter((one) => one.memberId === memberId)
        .map(({ office, fromOn, untilOn }): OfficeFact => {
          const renewed = before.some((one) => one.memberId === memberId && one.office === office);
          if (untilOn < on) return { office, standing: 'ACTS' };
          return { office, standing: fromOn === on && !renewed ? 'BEGINS' : 'HOLDS' };
        }),
      ...ended
        .filter((one) => one.memberId === memberId)
        .map(({ office }): OfficeFact => ({ office, standing: 'ENDED' })),
      ...(facilitating.includes(memberId) ? [{ office: 'FACILITATOR', standing: 'HOLDS' } as const] : []),
    ];
  }

  private async quorum(reader: EntityManager, meetingId: string): Promise<QuorumFact[]> {
    const checks = await this.meetings.quorumChecks(reader, [meetingId]);
    const times = [...new Set(checks.map((check) => check.number))];
    return times.map((time) => {
      const rows = checks.filter((check) => check.number === time);
      return {
        at: (rows[0]?.checkedAt ?? new Date(0)).toISOString(),
        colleges: rows.map(({ college, present, members, needed }) => ({
          college,
          present,
          members,
          needed,
        })),
      };
    });
  }

  private async decided(
    reader: EntityManager,
    meetingId: string,
    members: readonly MemberOnDay[],
  ): Promise<{ readonly itemId: string; readonly decision: DecisionFact }[]> {
    const decisions = await this.decisions.ofMeetings(reader, [meetingId]);
    const votes = await this.decisions.votes(
      reader,
      decisions.map(({ id }) => id),
    );
    const objections = await this.decisions.objections(
      reader,
      decisions.map(({ id }) => id),
    );
    const checks = await this.meetings.quorumChecks(reader, [meetingId]);
    return decisions.map((decision) => {
      const { id, itemId, reference, way, wording, state, effect, majority, closedAt } = decision;
      const own = closedAt === null ? [] : votes.filter(({ decisionId }) => decisionId === id);
      const result =
        closedAt === null || majority === null
          ? null
          : voteResult(own, majority, recusedInVote(checks, decision));
      return {
        itemId,
        decision: {
          reference,
          way,
          wording,
          state,
          effect,
          objections: objections
            .filter(({ decisionId }) => decisionId === id)
            .map(({ name, words }) => ({ name, words })),
          arithmetic:
            result === null
              ? []
              : [result.explanation, ...result.colleges.map(({ explanation }) => explanation)],
          votes: own.map(({ memberId, college, holder, capacity, choice }) => {
            const name = members.find((member) => member.id === memberId)?.personName ?? holder.name;
            return { name, college, holder: capacity === 'MEMBER' ? null : holder.name, capacity, choice };
          }),
        },
      };
    });
  }

  private async elected(reader: EntityManager, act: Act, meetingId: string): Promise<ElectionFact[]> {
    const elections = await this.elections.ofMeetings(reader, [meetingId]);
    const files = await this.electionFiles.files(reader, byNobody(act), elections);
    return elections.flatMap(({ office, college, state }, index) => {
      const file = files[index];
      if (file === undefined) return [];
      return [
        {
          office,
          college,
          state,
          candidates: file.candidacies
            .filter(({ withdrawnAt }) => withdrawnAt === null)
            .map(({ member }) => member.person.name),
          rounds: file.rounds.filter(({ openedAt }) => openedAt !== null).map(roundFact),
          proclaimed: file.proclamations.map(({ candidacy, proclaimedOn }) => ({
            name: candidacy.member.person.name,
            on: proclaimedOn,
          })),
          conclusion: file.conclusion?.reason ?? null,
        },
      ];
    });
  }
}

function roundFact({ number, ballots, count, votes }: ElectionFile['rounds'][number]): RoundFact {
  const fr = count?.explanation?.fr.split('\n') ?? [];
  const en = count?.explanation?.en.split('\n') ?? [];
  return {
    number,
    ballots,
    underFloor: count !== null && count.votes === null,
    arithmetic: fr.map((sentence, index) => ({ fr: sentence, en: en[index] ?? sentence })),
    votes:
      votes?.map(({ member, holder, voted, choices }) => ({
        name: member.person.name,
        holder: holder.id === member.person.id ? null : holder.name,
        choices: voted ? choices.map((choice) => choice.member.person.name) : null,
      })) ?? null,
  };
}
