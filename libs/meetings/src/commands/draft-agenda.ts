import { Ledger } from '@hemicycle/audit';
import { draftAgenda, judge, type Violation } from '@hemicycle/charter';
import { BadUserInput, Conflict, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AgendaVersion } from '../agendas.repository.js';
import { AgendasRepository } from '../agendas.repository.js';
import { Deliberations } from '../deliberations.js';
import type { AgendaItemInput, DraftAgendaInput } from '../graphql/meetings.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { MEETING_THING } from '../things.js';

/**
 * Replaces a meeting's agenda by a new version, on which no key is turned; after the convocation, the published version
 * stands until the new one is published (charter C3-AGENDA).
 */
@Injectable()
export class DraftAgenda {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly deliberations: Deliberations,
  ) {}

  async verdict(reader: EntityManager, act: Act, { id, state }: Meeting): Promise<Violation[]> {
    return judge(draftAgenda, {
      state,
      bySecretariat: act.actor.roles.has('SECRETARIAT'),
      secondConvocation: await this.meetings.isConvenedAgain(reader, id),
    });
  }

  execute(act: Act, input: DraftAgendaInput): Promise<Meeting | RuleRefusal> {
    const { meetingId } = input;
    return this.ledger.record(act, 'draftAgenda', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const violations = await this.verdict(tx, act, meeting);
      if (violations.length > 0) return new RuleRefusal(violations);
      const standing = await this.agendas.latest(tx, meetingId);
      const { basedOnVersion } = input;
      if (
        basedOnVersion !== null &&
        basedOnVersion !== undefined &&
        basedOnVersion !== (standing?.version ?? 0)
      ) {
        throw new Conflict({
          fr: `L’ordre du jour en est à la version ${standing?.version ?? 0}, et non à la version ${basedOnVersion} : quelqu’un l’a modifié. Rien n’a été enregistré.`,
          en: `The agenda stands at version ${standing?.version ?? 0}, not ${basedOnVersion}: somebody changed it. Nothing was written.`,
        });
      }
      const items = itemsOf(input.items, standing);
      for (const [index, item] of items.entries()) {
        if (!(await this.deliberations.hasObject(tx, item))) {
          throw new BadUserInput(`items.${index}.objectId`, SUBJECT_HAS_ITS_OBJECT);
        }
      }
      await this.agendas.draft(
        tx,
        { meetingId, version: (standing?.version ?? 0) + 1, draftedById: personId, draftedAt: act.at },
        items,
      );
      return meeting;
    });
  }
}

/** @throws BadUserInput for an item that does not hold together, or that is not of the agenda that stands. */
function itemsOf(
  items: readonly AgendaItemInput[],
  standing: AgendaVersion | null,
): Parameters<AgendasRepository['draft']>[2] {
  const known = new Set(standing?.items.map(({ itemId }) => itemId));
  const kept = new Set<string>();
  const seats = new Set<string>();
  const subjects = new Set<string>();
  return items.map(({ id, kind, titleFr, titleEn, office, college, subject, objectId }, index) => {
    const field = `items.${index}`;
    if (id !== null && id !== undefined) {
      if (!known.has(id) || kept.has(id)) throw new BadUserInput(`${field}.id`, NOT_AN_ITEM);
      kept.add(id);
    }
    const named = [office, college].filter((part) => part !== null && part !== undefined);
    if (named.length !== (kind === 'ELECTION' ? 2 : 0))
      throw new BadUserInput(field, ELECTION_NAMES_ITS_SEAT);
    const seat = named.join(' ');
    if (seats.has(seat) && kind === 'ELECTION') throw new BadUserInput(field, ONE_ELECTION_A_SEAT);
    seats.add(seat);
    if (subject !== null && subject !== undefined) {
      if (kind !== 'DECISION') throw new BadUserInput(field, ONLY_DECISIONS_HAVE_A_SUBJECT);
      const about = `${subject} ${objectId ?? ''}`;
      if (subjects.has(about)) throw new BadUserInput(field, ONE_DECISION_A_SUBJECT);
      subjects.add(about);
    }
    return {
      itemId: id ?? newId(),
      kind,
      titleFr,
      titleEn,
      office: office ?? null,
      college: college ?? null,
      subject: subject ?? null,
      objectId: objectId ?? null,
    };
  });
}

const NOT_AN_ITEM = {
  fr: 'Cet identifiant n’est pas, ou est deux fois, celui d’un point de l’ordre du jour actuel.',
  en: 'This is not, or is twice, the id of an item of the present agenda.',
};
const ELECTION_NAMES_ITS_SEAT = {
  fr: 'Une élection indique sa fonction et son collège ; les autres points n’en ont pas.',
  en: 'An election names its office and its college; other items have none.',
};
const ONE_ELECTION_A_SEAT = {
  fr: 'Un ordre du jour ne porte qu’une élection pour une fonction et un collège.',
  en: 'An agenda carries one election for one office and one college.',
};
const ONLY_DECISIONS_HAVE_A_SUBJECT = {
  fr: 'Seule une décision a un objet dont la charte règle les effets.',
  en: 'Only a decision has a subject whose effects are the charter’s.',
};
const ONE_DECISION_A_SUBJECT = {
  fr: 'Un ordre du jour ne porte qu’une décision sur un même objet.',
  en: 'An agenda carries one decision on one subject.',
};
const SUBJECT_HAS_ITS_OBJECT = {
  fr: 'L’adoption de règles désigne leur projet, une fin de mandat le mandat, la constitution ou la clôture d’un groupe ce groupe, la désignation d’un animateur sa proposition ; les autres points ne désignent rien.',
  en: 'An adoption of rules names their draft, a removal the mandate, the setting up or closing of a group that group, the naming of a facilitator her proposal; other items name nothing.',
};
