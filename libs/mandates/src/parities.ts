import { type Gender, type Parity, parityOf } from '@hemicycle/charter';
import { Database, type Tx } from '@hemicycle/database';
import { type DailyPayload, Jobs, type Task } from '@hemicycle/jobs';
import { COLLEGES, type College, type Day, day } from '@hemicycle/kernel';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Holder, MandatesRepository } from './mandates.repository.js';
import { ParityDeclaration } from './parity-declaration.entity.js';

/** How a college stands: all that ever leaves this room of what was declared. */
export interface CollegeParity {
  readonly college: College;
  readonly parity: Parity;
}

/** Women and men among the seats of the management committee, college by college (charter PARITY). */
@Injectable()
export class Parities implements Task<DailyPayload> {
  readonly name = 'forget-parity';

  constructor(
    private readonly database: Database,
    private readonly mandates: MandatesRepository,
    private readonly procedure: ProcedureRepository,
    jobs: Jobs,
  ) {
    jobs.registerDaily(this);
  }

  /** Of each college that has two seats held on a day, or more, whoever acts included; none where the rules of that day do not follow it. */
  async on(reader: EntityManager, on: Day): Promise<CollegeParity[]> {
    if (!(await this.isFollowed(reader, on))) return [];
    const serving = await this.mandates.servingOn(reader, on);
    const declared = await this.declaredBy(reader, serving);
    return COLLEGES.map((college) => serving.filter((holder) => holder.college === college))
      .filter((holders) => holders.length > 1)
      .map((holders) => ({
        college: holders[0]?.college as College,
        parity: parityOf(holders.map(({ mandateId }) => declared.get(mandateId) ?? null)),
      }));
  }

  /** The mandate for which a person may declare on a day, and what she declared; null: nobody asks her. */
  async askedOf(
    reader: EntityManager,
    personId: string | null,
    on: Day,
  ): Promise<{ readonly mandateId: string; readonly gender: Gender | null } | null> {
    if (personId === null || !(await this.isFollowed(reader, on))) return null;
    const holders = await this.mandates.holdersOn(reader, on);
    const own = holders.find((holder) => holder.personId === personId);
    if (own === undefined) return null;
    const declared = await this.declaredBy(reader, [own]);
    return { mandateId: own.mandateId, gender: declared.get(own.mandateId) ?? null };
  }

  /** @param gender null: takes back what was declared */
  async declare(tx: Tx, mandateId: string, gender: Gender | null): Promise<void> {
    await tx.delete(ParityDeclaration, { mandateId });
    if (gender !== null) await tx.insert(ParityDeclaration, { mandateId, gender });
  }

  /** Deletes what was declared for seats that nobody holds any more by those mandates. */
  async run({ on }: DailyPayload): Promise<void> {
    const serving = await this.mandates.servingOn(this.database.reader, day(on));
    await this.database.transaction((tx) =>
      tx.query('DELETE FROM parity_declaration WHERE mandate_id <> ALL ($1::uuid[])', [
        serving.map(({ mandateId }) => mandateId),
      ]),
    );
  }

  private async isFollowed(reader: EntityManager, on: Day): Promise<boolean> {
    return (await this.procedure.editionOn(reader, on)).rules.parityFollowed;
  }

  private async declaredBy(
    reader: EntityManager,
    holders: readonly Holder[],
  ): Promise<ReadonlyMap<string, Gender>> {
    const rows: { mandateId: string; gender: Gender }[] = await reader.query(
      'SELECT mandate_id AS "mandateId", gender FROM parity_declaration WHERE mandate_id = ANY ($1)',
      [holders.map(({ mandateId }) => mandateId)],
    );
    return new Map(rows.map(({ mandateId, gender }) => [mandateId, gender]));
  }
}
