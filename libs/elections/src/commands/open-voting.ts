import { Ledger } from '@hemicycle/audit';
import { judge, openVoting, seatInWords, type Violation } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { MeetingsRepository } from '@hemicycle/meetings';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson } from '../acting-person.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { POLL_OPENED_LETTER } from '../poll-opened.letter.js';
import { PollsRepository } from '../polls.repository.js';
import { OpeningOfSeals } from '../sealed/opening-of-seals.js';
import { type Situation, Situations } from '../situations.js';
import { ELECTION_THING } from '../things.js';

interface Opening {
  readonly electionId: string;
  readonly closesAt?: Date | null;
  /** A file of credentials issued on another machine; null: the server issues those of a secret poll. */
  readonly publicCredentials?: string | null;
}

/**
 * Opens the round that the president ordered, by the secretariat (charter POLL). The first time, the register is fixed
 * for every round of the election; each time, who is on the ballot and who holds each seat's vote. A secret poll is sealed. Electors are written to.
 */
@Injectable()
export class OpenVoting {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly polls: PollsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly situations: Situations,
    private readonly seals: OpeningOfSeals,
    private readonly mail: Mail,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    mail.register(POLL_OPENED_LETTER);
  }

  async verdict(
    reader: EntityManager,
    act: Act,
    situation: Situation,
    closesAt: Date | null,
  ): Promise<Violation[]> {
    const { election, meeting } = situation;
    const atPlenary = await this.elections.ofMeetings(reader, [meeting.id]);
    const electsCommittee = atPlenary.some(
      ({ office, state }) => office === 'COMMITTEE_MEMBER' && state !== 'CANCELLED',
    );
    const isFirst = !(await this.meetings.anyHeld(reader, 'PLENARY'));
    const isCoChairs = election.office === 'CO_CHAIR';
    return judge(openVoting, {
      ...(await this.situations.nextRound(reader, situation, act)),
      ...this.seals.facts(situation),
      electors: (await this.situations.holders(reader, act, situation)).length,
      closing:
        closesAt === null
          ? null
          : { on: dayOf(closesAt, this.zone), toCome: closesAt.getTime() > act.at.getTime() },
      mustCloseInSession: isCoChairs && (electsCommittee || isFirst),
    });
  }

  execute(
    act: Act,
    { electionId, closesAt = null, publicCredentials = null }: Opening,
  ): Promise<Election | RuleRefusal> {
    let fixed: string | null = null;
    const open = async (tx: Tx): Promise<Election | RuleRefusal> => {
      const known = await this.elections.byId(tx, electionId);
      // The session's row first, as everywhere: it must not close while its poll opens.
      if (known !== null) await this.meetings.lock(tx, known.meetingId);
      const election = await this.elections.lockWithBallots(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const situation = await this.situations.of(tx, act, election);
      const violations = await this.verdict(tx, act, situation, closesAt);
      const { lastRound, lastCount, nextCandidates } = situation;
      if (violations.length > 0 || lastRound === null) return new RuleRefusal(violations);
      const holders = await this.situations.holders(tx, act, situation);
      if (lastCount === null) {
        await this.polls.freezeRegister(
          tx,
          electionId,
          holders.map(({ memberId }) => memberId),
        );
      }
      await this.polls.freezeRound(tx, lastRound.id, { candidacyIds: nextCandidates, holders });
      await this.elections.open(tx, lastRound.id, {
        openedAt: act.at,
        openedById: actingPerson(act),
        closesAt,
      });
      const seal = this.seals.facts(situation).secret
        ? await this.seals.seal(tx, situation, lastRound, holders, publicCredentials)
        : null;
      fixed = seal?.setup ?? null;
      const seat = seatInWords(election);
      await this.mail.enqueueMany(tx, POLL_OPENED_LETTER, {
        to: holders.map(({ personId }) => ({ personId })),
        at: act.at,
        parameters: {
          electionId,
          seatFr: seat.fr,
          seatEn: seat.en,
          round: lastRound.number,
          closesAt: closesAt?.toISOString() ?? null,
          timeZone: this.zone,
          fingerprint: seal?.fingerprint ?? null,
        },
      });
      const change = { state: 'VOTING' } as const;
      await this.elections.change(tx, electionId, change);
      return { ...election, ...change };
    };
    return this.ledger.record(act, 'openVoting', open, () => fixed);
  }
}
