import { Ledger } from '@hemicycle/audit';
import { giveTrusteePart, judge, type TrusteeStep, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { reading } from '../sealed/failed-check.js';
import type { KeyCeremony } from '../sealed/key-ceremony.entity.js';
import { checkPart, dueStep, keyMadeOf } from '../sealed/key-making.js';
import { SealedPollsRepository } from '../sealed/sealed-polls.repository.js';
import { CEREMONY_THING } from '../things.js';

/**
 * Gives a trustee's part of the making of a key, from her own device (charter CNIL-1-08). The last part of all completes
 * it. The server relays: it could open none of them.
 */
@Injectable()
export class GiveTrusteePart {
  constructor(
    private readonly ledger: Ledger,
    private readonly sealed: SealedPollsRepository,
  ) {}

  /** @param step null: judged as for the step that is due. */
  async verdict(
    reader: EntityManager,
    { actor: { personId } }: Act,
    { id, meetingId, completedAt }: KeyCeremony,
    step: TrusteeStep | null,
  ): Promise<Violation[]> {
    const trustee = (await this.sealed.trustees(reader, [id])).find((one) => one.personId === personId);
    const due = trustee === undefined ? null : dueStep(await this.sealed.steps(reader, [id]), trustee.number);
    return judge(giveTrusteePart, {
      actorIsTrustee: trustee !== undefined,
      namedAnew: (await this.sealed.ceremony(reader, meetingId))?.id !== id,
      step: step ?? due ?? 'CERTIFICATE',
      dueStep: due,
      complete: completedAt !== null,
    });
  }

  execute(
    act: Act,
    {
      keyCeremonyId,
      step,
      part,
    }: { readonly keyCeremonyId: string; readonly step: TrusteeStep; readonly part: string },
  ): Promise<KeyCeremony | RuleRefusal> {
    return this.ledger.record(act, 'giveTrusteePart', async (tx) => {
      const ceremony = await this.sealed.lockCeremony(tx, keyCeremonyId);
      if (ceremony === null) throw new NotFound(CEREMONY_THING, keyCeremonyId);
      const violations = await this.verdict(tx, act, ceremony, step);
      const trustees = await this.sealed.trustees(tx, [ceremony.id]);
      const trustee = trustees.find(({ personId }) => personId === act.actor.personId);
      if (violations.length > 0 || trustee === undefined) return new RuleRefusal(violations);
      const parts = await this.sealed.parts(tx, ceremony.id);
      const given = { number: trustee.number, step, part };
      reading('part', () => checkPart(parts, given));
      await this.sealed.give(tx, { ceremonyId: ceremony.id, ...given, givenAt: act.at });
      const file = keyMadeOf([...parts, given]);
      if (file === null) return ceremony;
      const made = { trusteesFile: file, completedAt: act.at };
      await this.sealed.complete(tx, ceremony.id, made);
      return { ...ceremony, ...made };
    });
  }
}
