import { Database } from '@hemicycle/database';
import { type DailyPayload, Jobs, type Task } from '@hemicycle/jobs';
import { Clock, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { DIGEST } from './digest.js';
import { OutgoingMailRepository } from './outgoing-mail.repository.js';
import { SendLetter } from './send-letter.js';

/** To how many persons digests are written down at once; the next page waits until these have left. */
export const DIGESTS_A_PAGE = 200;
/** After every other job, the digests themselves included: so neither the queue nor memory holds more than a page. */
const LAST = 20;

/** Every day, gathers what waits for the daily letter of each person. What is gathered waits no more; who has nothing gets nothing. */
@Injectable()
export class GatherDigests implements Task<DailyPayload> {
  readonly name = 'gather-digests';

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly mails: OutgoingMailRepository,
    private readonly sending: SendLetter,
  ) {
    jobs.registerDaily(this);
  }

  async run(day: DailyPayload): Promise<void> {
    await this.database.transaction(async (tx) => {
      const personIds = await this.mails.awaitingDigest(tx, DIGESTS_A_PAGE);
      if (personIds.length === 0) return;
      const digests = personIds.map((personId) => ({ id: newId(), personId }));
      const gathered = await this.mails.gather(tx, digests);
      const written = digests.filter(({ id }) => gathered.has(id));
      await this.mails.add(
        tx,
        written.map(({ id, personId }) => ({
          id,
          personId,
          kind: DIGEST,
          address: null,
          addressHash: null,
          language: null,
          parameters: {},
          enqueuedAt: this.clock.now(),
          awaitsDigest: false,
          digestId: null,
        })),
      );
      await this.sending.digestsSoon(
        tx,
        written.map(({ id }) => id),
      );
      await this.jobs.add(tx, this, day, { priority: LAST });
    });
  }
}
