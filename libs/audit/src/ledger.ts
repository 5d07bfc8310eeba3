import { Database, isLostRace, type Tx } from '@hemicycle/database';
import { ApiError, Conflict, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable, Logger } from '@nestjs/common';
import { AuditRepository } from './audit.repository.js';

/** A refusal leaves the transaction this way, so that nothing written before the verdict can be kept. */
class RolledBack extends Error {
  constructor(readonly refusal: RuleRefusal) {
    super('refused');
  }
}

/** Carries out commands: each in one transaction, with its row in the audit trail and its line in the log. */
@Injectable()
export class Ledger {
  private readonly logger = new Logger('command');

  constructor(
    private readonly database: Database,
    private readonly trail: AuditRepository,
  ) {}

  /**
   * Runs `work` in a transaction. What it resolves to is kept and written down, its `id` as the subject; a
   * {@link RuleRefusal} or an error leaves nothing behind.
   *
   * @param fingerprint SHA-256, in hex, of a text that the act fixes.
   * @throws Conflict when another act won the race.
   */
  record<Result extends { readonly id: string }>(
    act: Act,
    command: string,
    work: (tx: Tx) => Promise<Result>,
    fingerprint?: (result: Result) => string | null,
  ): Promise<Result>;
  record<Result extends { readonly id: string }>(
    act: Act,
    command: string,
    work: (tx: Tx) => Promise<Result | RuleRefusal>,
    fingerprint?: (result: Result) => string | null,
  ): Promise<Result | RuleRefusal>;
  async record<Result extends { readonly id: string }>(
    act: Act,
    command: string,
    work: (tx: Tx) => Promise<Result | RuleRefusal>,
    fingerprint: (result: Result) => string | null = () => null,
  ): Promise<Result | RuleRefusal> {
    const startedAt = performance.now();
    const said = (outcome: string, subjectId: string | null): void =>
      this.logger.log({
        command,
        actorId: act.actor.personId,
        subjectId,
        outcome,
        requestId: act.requestId,
        milliseconds: Math.round(performance.now() - startedAt),
      });
    try {
      const result = await this.database.transaction(async (tx) => {
        const done = await work(tx);
        if (done instanceof RuleRefusal) throw new RolledBack(done);
        await this.trail.append(tx, act, { command, subjectId: done.id, fingerprint: fingerprint(done) });
        return done;
      });
      said('done', result.id);
      return result;
    } catch (error) {
      if (error instanceof RolledBack) {
        said(error.refusal.violations.map(({ rule }) => rule.id).join(' '), null);
        return error.refusal;
      }
      const shown = isLostRace(error) ? new Conflict() : error;
      said(shown instanceof ApiError ? shown.code : 'INTERNAL_SERVER_ERROR', null);
      throw shown;
    }
  }
}
