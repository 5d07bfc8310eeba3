import { Person } from '@hemicycle/accounts';
import type { RULES_OF_PROCEDURE, RulesOfProcedure, StateOf } from '@hemicycle/charter';
import { DayColumn, IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** Who adopts an edition (charter RULES-ADOPTION). */
export const EDITION_ADOPTERS = ['FOUNDING_GROUP', 'PLENARY'] as const;
export type EditionAdopter = (typeof EDITION_ADOPTERS)[number];

/**
 * A draft of the rules of procedure, which may become an edition. Its settings never change: another draft takes
 * its place, so that what was approved is what was read. Edition 0 is in the charter.
 */
@Entity()
@Index('rules_of_procedure_edition_one_draft', ['state'], { unique: true, where: `state = 'DRAFTED'` })
@Index('rules_of_procedure_edition_adopted_once', ['number'], { unique: true, where: `state = 'ADOPTED'` })
@Check('rules_of_procedure_edition_number', 'number >= 1')
@Check('rules_of_procedure_edition_state', `state IN ('DRAFTED', 'SUPERSEDED', 'ADOPTED')`)
@Check('rules_of_procedure_edition_adopter', `adopted_by IN ('FOUNDING_GROUP', 'PLENARY')`)
@Check('rules_of_procedure_edition_founders_first', `adopted_by <> 'FOUNDING_GROUP' OR number = 1`)
@Check(
  'rules_of_procedure_edition_adoption_whole',
  `(state = 'ADOPTED') = (adopted_by IS NOT NULL) AND (state = 'ADOPTED') = (in_force_from_on IS NOT NULL)`,
)
@Check('rules_of_procedure_edition_days_in_order', `in_force_until_on >= in_force_from_on`)
@Check(
  'rules_of_procedure_edition_ratified',
  `ratified_on >= in_force_from_on AND (ratified_on IS NULL OR adopted_by = 'FOUNDING_GROUP')`,
)
export class RulesOfProcedureEdition {
  @IdColumn('rules_of_procedure_edition_key')
  id: string;

  @Column('integer')
  number: number;

  @WordsColumn()
  state: StateOf<typeof RULES_OF_PROCEDURE>;

  /** Every setting, those left at their default too: a later default does not change what was adopted. */
  @Column('jsonb')
  rules: RulesOfProcedure;

  /** Null: the operator, at the command line. */
  @ForeignKey(() => Person, { name: 'rules_of_procedure_edition_drafted_by' })
  @Column('uuid', { nullable: true })
  draftedById: string | null;

  @InstantColumn()
  draftedAt: Date;

  @WordsColumn({ nullable: true })
  adoptedBy: EditionAdopter | null;

  /** The member of the founding group who approved it; null: not adopted, or by a plenary decision. */
  @ForeignKey(() => Person, { name: 'rules_of_procedure_edition_approved_by' })
  @Column('uuid', { nullable: true })
  approvedById: string | null;

  @DayColumn({ nullable: true })
  inForceFromOn: Day | null;

  /** The last day, where the edition ends before another one is adopted; null: no such end. */
  @DayColumn({ nullable: true })
  inForceUntilOn: Day | null;

  /** The day on which the first plenary ratified it (charter RULES-ADOPTION); null: it did not, or a plenary adopted it. */
  @DayColumn({ nullable: true })
  ratifiedOn: Day | null;
}
