import { setTimeout as delay } from 'node:timers/promises';
import { Database, type Tx } from '@hemicycle/database';
import { Jobs, type Task } from '@hemicycle/jobs';
import { Clock, FORUM, type Language } from '@hemicycle/kernel';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { AddressBook, type Addressee } from './address-book.js';
import { DIGEST, digestOf } from './digest.js';
import type { Letter, MailContext } from './mail-kind.js';
import { MailKinds } from './mail-kinds.js';
import { MAIL_SETTINGS, type MailSettings } from './mail-settings.js';
import { type Failure, failureOf, MailTransport } from './mail-transport.js';
import type { OutgoingMail } from './outgoing-mail.entity.js';
import { OutgoingMailRepository } from './outgoing-mail.repository.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

const MINUTE = 60_000;
const FIRST_RETRY_AFTER = MINUTE / 4;
const LAST_RETRY_AFTER = 60 * MINUTE;
/** With these pauses, about three days. */
const ATTEMPTS = 80;
/** Digests may be many: a sign-in link does not wait for them. */
const AFTER_OTHERS = 10;
const UNSUBSCRIBE: Readonly<Record<Language, string>> = {
  fr: 'Pour ne plus recevoir ces messages :',
  en: 'To receive these messages no more:',
};
const UNTIL_THE_DATABASE_ANSWERS = 1_000;

/**
 * Sends one letter that a command wrote down: a job, done by one process. It leaves once; only when that process died, or
 * lost the database for long, between the server's acceptance and writing it down does it leave again, and then with the
 * same Message-ID.
 */
@Injectable()
export class SendLetter implements Task<{ readonly letterId: string }>, OnApplicationShutdown {
  readonly name = 'send-letter';
  private readonly logger = new Logger('mail');
  private readonly context: MailContext;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly kinds: MailKinds,
    private readonly mails: OutgoingMailRepository,
    private readonly addresses: AddressBook,
    private readonly transport: MailTransport,
    private readonly unsubscribing: UnsubscribeLinks,
    @Inject(MAIL_SETTINGS) private readonly settings: MailSettings,
  ) {
    this.context = { publicUrl: settings.publicUrl, forum: FORUM };
    jobs.register(this);
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }

  /** Has the letters sent after the commit, by whichever process is free, `after` milliseconds or more. */
  async soon(tx: Tx, letterIds: readonly string[], after = 0): Promise<void> {
    const payloads = letterIds.map((letterId) => ({ letterId }));
    await this.jobs.addMany(tx, this, payloads, { keyOf: ({ letterId }) => `letter ${letterId}`, after });
  }

  /** Has daily letters sent, after whatever else is to be done. */
  async digestsSoon(tx: Tx, letterIds: readonly string[]): Promise<void> {
    const payloads = letterIds.map((letterId) => ({ letterId }));
    await this.jobs.addMany(tx, this, payloads, {
      keyOf: ({ letterId }) => `letter ${letterId}`,
      priority: AFTER_OTHERS,
    });
  }

  async run({ letterId }: { readonly letterId: string }, stopping: AbortSignal): Promise<void> {
    const mail = await this.mails.takeUp(this.database.reader, letterId);
    if (mail !== null) await this.send(mail, this.clock.now(), stopping);
  }

  private async send(mail: OutgoingMail, at: Date, stopping: AbortSignal): Promise<void> {
    const kind = mail.kind === DIGEST ? null : this.kinds.named(mail.kind);
    if (kind === null && mail.kind !== DIGEST) {
      // Another process, of a newer version, may know it.
      return this.failed(mail, { code: 'UNKNOWN_KIND', forGood: false }, at);
    }
    const uselessFrom = Math.min(
      mail.enqueuedAt.getTime() + (kind?.uselessAfterMinutes ?? Infinity) * MINUTE,
      kind?.uselessFrom?.(mail.parameters).getTime() ?? Infinity,
    );
    if (uselessFrom <= at.getTime()) return this.failed(mail, { code: 'TOO_LATE', forGood: true }, at);

    const addressee = await this.addresseeOf(mail);
    if (addressee === null) {
      if (mail.addressHash === null) return this.failed(mail, { code: 'NOBODY', forGood: true }, at);
      return this.mails.remove(this.database.reader, mail.id);
    }
    const { personId, address } = addressee;
    const language = mail.language ?? addressee.language;
    const fresh =
      personId === null || kind === null
        ? {}
        : await this.database.transaction(async (tx) => (await kind.fresh?.(tx, personId, at)) ?? {});
    const declined = kind === null ? 'ALL' : kind.topic;
    const unsubscribe =
      personId === null || declined === undefined ? null : this.unsubscribing.to(personId, declined);
    try {
      const composed =
        kind === null
          ? await this.digest(mail, language)
          : kind.compose({ ...mail.parameters, ...fresh }, language, this.context);
      const letter = this.signed(composed, language, unsubscribe);
      await this.transport.send({ id: mail.id, to: address, language, letter, at, unsubscribe });
    } catch (error) {
      return this.failed(mail, failureOf(error), at);
    }
    await this.writeDown(mail, kind?.forgottenOnceSent === true, at, stopping);
    this.logger.log({ mail: mail.id, kind: mail.kind, outcome: 'sent', attempts: mail.attempts });
  }

  private async addresseeOf(
    mail: OutgoingMail,
  ): Promise<Addressee | { personId: null; address: string; language: 'fr' } | null> {
    const { reader } = this.database;
    if (mail.personId !== null) return this.addresses.ofPerson(reader, mail.personId);
    if (mail.addressHash !== null) return this.addresses.behindHash(reader, mail.addressHash);
    return mail.address === null ? null : { personId: null, address: mail.address, language: 'fr' };
  }

  /** What a daily letter gathered, each composed as it would have been alone. */
  private async digest(mail: OutgoingMail, language: Language): Promise<Letter> {
    const gathered = await this.mails.gathered(this.database.reader, mail.id);
    const letters = gathered.flatMap(({ kind, parameters }) => {
      const letter = this.kinds.named(kind)?.compose(parameters, language, this.context);
      return letter === undefined ? [] : [letter];
    });
    return digestOf(letters, language, this.context);
  }

  private signed(letter: Letter, language: Language, unsubscribe: string | null): Letter {
    const { name, host, partnership, demonstration } = FORUM;
    const said = this.settings.demonstration ? [demonstration[language]] : [];
    return {
      ...letter,
      text: [
        ...said,
        letter.text.trim(),
        ...(unsubscribe === null ? [] : [`${UNSUBSCRIBE[language]} ${unsubscribe}`]),
        `-- \n${name[language]}\n${host[language]}\n${partnership[language]}\n`,
      ].join('\n\n'),
    };
  }

  /** It was accepted: that must be written down, even if the database is away, or it would leave again. */
  private async writeDown(
    { id }: OutgoingMail,
    forgotten: boolean,
    at: Date,
    stopping: AbortSignal,
  ): Promise<void> {
    const { reader } = this.database;
    for (;;) {
      try {
        return await (forgotten ? this.mails.remove(reader, id) : this.mails.sent(reader, id, at));
      } catch (error) {
        if (stopping.aborted) throw error;
        await delay(UNTIL_THE_DATABASE_ANSWERS, undefined, { signal: stopping }).catch(() => undefined);
      }
    }
  }

  private async failed(mail: OutgoingMail, { code, forGood }: Failure, at: Date): Promise<void> {
    const over = forGood || mail.attempts >= ATTEMPTS;
    const wait = Math.min(LAST_RETRY_AFTER, FIRST_RETRY_AFTER * 2 ** Math.min(mail.attempts - 1, 10));
    await this.database.transaction(async (tx) => {
      if (over) return this.mails.giveUp(tx, mail, code);
      await this.mails.postpone(tx, mail, code, new Date(at.getTime() + wait));
      await this.soon(tx, [mail.id], wait);
    });
    this.logger.warn({
      mail: mail.id,
      kind: mail.kind,
      outcome: over ? 'given up' : 'postponed',
      code,
      attempts: mail.attempts,
    });
  }
}
