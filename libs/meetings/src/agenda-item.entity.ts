import { WordsColumn } from '@hemicycle/database';
import type { College } from '@hemicycle/kernel';
import type { Office } from '@hemicycle/mandates';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { WorkingGroup } from '@hemicycle/groups';
import { Agenda } from './agenda.entity.js';

/** What an item of the agenda asks of the meeting. */
export const ITEM_KINDS = ['INFORMATION', 'DISCUSSION', 'DECISION', 'ELECTION'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What a decision is on, where its effects are the charter's. */
export const DECISION_SUBJECTS = [
  'RULES_RATIFICATION',
  'RULES_EDITION',
  'COMMITTEE_REMOVAL',
  'WORKING_GROUP_SETUP',
  'WORKING_GROUP_CLOSURE',
  'FACILITATOR_NAMING',
] as const;
export type DecisionSubject = (typeof DECISION_SUBJECTS)[number];

/** A point of one version of an agenda. The same item keeps its `itemId` from version to version. */
@Entity()
@ForeignKey(() => Agenda, ['meetingId', 'version'], ['meetingId', 'version'], { name: 'agenda_item_of' })
@Unique('agenda_item_once_a_version', ['meetingId', 'version', 'itemId'])
@Unique('agenda_item_one_election_a_seat', ['meetingId', 'version', 'office', 'college'])
@Check('agenda_item_positions_from_one', `position >= 1`)
@Check('agenda_item_kind', `kind IN ('INFORMATION', 'DISCUSSION', 'DECISION', 'ELECTION')`)
@Check('agenda_item_office', `office IN ('CO_CHAIR', 'COMMITTEE_MEMBER')`)
@Check('agenda_item_college', `college IN ('GOVERNMENT', 'CIVIL_SOCIETY')`)
@Check(
  'agenda_item_election_names_its_seat',
  `(kind = 'ELECTION') = (office IS NOT NULL) AND (kind = 'ELECTION') = (college IS NOT NULL)`,
)
@Unique('agenda_item_one_decision_an_object', ['meetingId', 'version', 'subject', 'objectId'])
@Index('agenda_item_one_ratification', ['meetingId', 'version', 'subject'], {
  unique: true,
  where: 'object_id IS NULL',
})
@Check(
  'agenda_item_subject',
  `subject IN ('RULES_RATIFICATION', 'RULES_EDITION', 'COMMITTEE_REMOVAL', 'WORKING_GROUP_SETUP', 'WORKING_GROUP_CLOSURE', 'FACILITATOR_NAMING')`,
)
@Check(
  'agenda_item_subject_has_its_object',
  `(object_id IS NOT NULL) = (subject IS NOT NULL AND subject <> 'RULES_RATIFICATION')`,
)
@Check('agenda_item_results_are_presented', `NOT presents_results OR kind IN ('INFORMATION', 'DISCUSSION')`)
@Unique('agenda_item_one_report_a_group', ['meetingId', 'version', 'reportOfId'])
@Check('agenda_item_reports_are_heard', `report_of_id IS NULL OR kind IN ('INFORMATION', 'DISCUSSION')`)
@Check('agenda_item_planned_minutes', `planned_minutes BETWEEN 1 AND 600`)
@Check('agenda_item_subject_of_a_decision', `subject IS NULL OR kind = 'DECISION'`)
export class AgendaItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agenda_item_key' })
  meetingId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'agenda_item_key' })
  version: number;

  /** 1, 2, 3…: the order in which items are taken up. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'agenda_item_key' })
  position: number;

  @Column('uuid')
  itemId: string;

  @WordsColumn()
  kind: ItemKind;

  @WordsColumn()
  titleFr: string;

  @WordsColumn()
  titleEn: string;

  /** For an election: the seat to be filled; null for the other kinds. */
  @WordsColumn({ nullable: true })
  office: Office | null;

  @WordsColumn({ nullable: true })
  college: College | null;

  /** For a decision whose effects are the charter's (RULES-ADOPTION, VACANCY, WORKING-GROUP-SETUP); null: any other item. */
  @WordsColumn({ nullable: true })
  subject: DecisionSubject | null;

  /** What the subject is about: the draft of the rules, the mandate, the group, the proposal of a facilitator. Null: no subject, or the ratification, of edition 1. */
  @Column('uuid', { nullable: true })
  objectId: string | null;

  /** Whether it presents results of the implementation to civil society and collects its comments (charter OGP-5.1). */
  @Column('boolean')
  presentsResults: boolean;

  /** The working group whose report to this plenary is heard; null: none is. */
  @ForeignKey(() => WorkingGroup, { name: 'agenda_item_report_of' })
  @Column('uuid', { nullable: true })
  reportOfId: string | null;

  /** How long it is planned to take; null: nobody said. */
  @Column('integer', { nullable: true })
  plannedMinutes: number | null;
}
