import type { Tx } from '@hemicycle/database';
import { COLLEGES, type College } from '@hemicycle/kernel';
import { type Drawn, drawLots } from '@hemicycle/tally';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { CountResult } from './election-count.entity.js';
import type { ElectionRound } from './election-round.entity.js';
import { LotCommitment } from './lot-commitment.entity.js';
import { LotDraw } from './lot-draw.entity.js';
import { LotValue } from './lot-value.entity.js';
import { Scrutineer } from './scrutineer.entity.js';

/** What is known of the lots of some rounds. */
export interface Lots {
  readonly commitments: readonly LotCommitment[];
  readonly values: readonly LotValue[];
  readonly draws: readonly LotDraw[];
}

/**
 * The places that a lot gave to those tied in a round, the first one first (charter TIE); null: none was drawn. They are
 * computed anew from the two values, so that they cannot say anything else.
 */
export function drawOf(
  { values, draws }: Lots,
  { id, electionId, number }: Pick<ElectionRound, 'id' | 'electionId' | 'number'>,
  { outcome }: CountResult,
): Drawn[] | null {
  if (outcome.kind !== 'tied' || draws.every(({ roundId }) => roundId !== id)) return null;
  const valueOf = (college: College): string =>
    values.find((value) => value.roundId === id && value.college === college)?.value ?? '';
  const ofBoth = { GOVERNMENT: valueOf('GOVERNMENT'), CIVIL_SOCIETY: valueOf('CIVIL_SOCIETY') };
  return drawLots({ values: ofBoth, electionId, round: number }, outcome.candidates);
}

/** Scrutineers, the values that they commit and reveal, and the lots drawn. */
@Injectable()
export class LotsRepository {
  /** The scrutineers of these elections: the last one named for each college. */
  async scrutineers(reader: EntityManager, electionIds: readonly string[]): Promise<Scrutineer[]> {
    const named = await reader.find(Scrutineer, {
      where: { electionId: In([...electionIds]) },
      order: { number: 'ASC' },
    });
    return electionIds.flatMap((electionId) =>
      COLLEGES.flatMap((college) =>
        named.filter((one) => one.electionId === electionId && one.college === college).slice(-1),
      ),
    );
  }

  /** Names a scrutineer after those named before; the election is locked by then. */
  async name(tx: Tx, scrutineer: Omit<Scrutineer, 'number'>): Promise<void> {
    const { electionId, college } = scrutineer;
    const number = ((await tx.maximum(Scrutineer, 'number', { electionId, college })) ?? 0) + 1;
    await tx.insert(Scrutineer, { ...scrutineer, number });
  }

  async of(reader: EntityManager, roundIds: readonly string[]): Promise<Lots> {
    if (roundIds.length === 0) return { commitments: [], values: [], draws: [] };
    const where = { roundId: In([...roundIds]) };
    return {
      commitments: await reader.findBy(LotCommitment, where),
      values: await reader.findBy(LotValue, where),
      draws: await reader.findBy(LotDraw, where),
    };
  }

  async commit(tx: Tx, commitment: LotCommitment): Promise<void> {
    await tx.insert(LotCommitment, commitment);
  }

  async give(tx: Tx, value: LotValue): Promise<void> {
    await tx.insert(LotValue, value);
  }

  async draw(tx: Tx, draw: LotDraw): Promise<void> {
    await tx.insert(LotDraw, draw);
  }
}
