import { Database } from '@hemicycle/database';
import { Clock, FORUM } from '@hemicycle/kernel';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { AddressBook, type Addressee } from './address-book.js';
import type { Letter, MailContext } from './mail-kind.js';
import { MailKinds } from './mail-kinds.js';
import { MAIL_SETTINGS, type MailSettings } from './mail-settings.js';
import { type Failure, failureOf, MailTransport } from './mail-transport.js';
import type { OutgoingMail } from './outgoing-mail.entity.js';
import { OutgoingMailRepository } from './outgoing-mail.repository.js';

const MINUTE = 60_000;
const LOOKS_EVERY = 1_000;
/** A letter taken up belongs to whoever took it for so long; the transport's own limits are well below. */
const HELD_FOR = 5 * MINUTE;
const FIRST_RETRY_AFTER = MINUTE / 4;
const LAST_RETRY_AFTER = 60 * MINUTE;
/** With these pauses, about three days. */
const ATTEMPTS = 80;

/**
 * Sends what the commands wrote down. Several processes may each have one: a letter is taken up by one of them. It
 * leaves once; only when that process died, or lost the database, between the server's acceptance and writing it
 * down does it leave again, and then with the same Message-ID.
 */
@Injectable()
export class MailDispatcher implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('mail');
  private readonly context: MailContext;
  private everSending: Promise<void> = Promise.resolve();
  private lastRound: Promise<unknown> = Promise.resolve();
  private stopping = false;
  private wake: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly kinds: MailKinds,
    private readonly mails: OutgoingMailRepository,
    private readonly addresses: AddressBook,
    private readonly transport: MailTransport,
    @Inject(MAIL_SETTINGS) private readonly settings: MailSettings,
  ) {
    this.context = { publicUrl: settings.publicUrl, forum: FORUM };
  }

  onApplicationBootstrap(): void {
    this.everSending = this.sendForEver();
  }

  /** Before the database is let go: the letter under way is finished, the others wait for the next start. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.everSending;
    this.transport.close();
  }

  /** Sends every letter that is due, one after the other; gives how many were taken up. Asked again meanwhile, it waits. */
  sendDue(): Promise<number> {
    const round = this.lastRound.then(() => this.sendRound());
    this.lastRound = round.catch(() => undefined);
    return round;
  }

  private async sendRound(): Promise<number> {
    for (let taken = 0; ; taken += 1) {
      if (this.stopping) return taken;
      const at = this.clock.now();
      const mail = await this.mails.takeUp(this.database.reader, at, new Date(at.getTime() + HELD_FOR));
      if (mail === null) return taken;
      await this.send(mail, at);
    }
  }

  private async sendForEver(): Promise<void> {
    let lost = false;
    while (!this.stopping) {
      try {
        await this.sendDue();
        lost = false;
      } catch (error) {
        // Said once: it is the same loss until it works again.
        if (!lost) this.logger.error({ event: 'letters wait', code: failureOf(error).code });
        lost = true;
      }
      await this.pause(LOOKS_EVERY);
    }
  }

  private async send(mail: OutgoingMail, at: Date): Promise<void> {
    const kind = this.kinds.named(mail.kind);
    // Another process, of a newer version, may know it.
    if (kind === null) return this.failed(mail, { code: 'UNKNOWN_KIND', forGood: false }, at);
    const uselessFrom = mail.enqueuedAt.getTime() + (kind.uselessAfterMinutes ?? Infinity) * MINUTE;
    if (uselessFrom <= at.getTime()) return this.failed(mail, { code: 'TOO_LATE', forGood: true }, at);

    const addressee = await this.addresseeOf(mail);
    if (addressee === null) {
      if (mail.addressHash === null) return this.failed(mail, { code: 'NOBODY', forGood: true }, at);
      return this.mails.remove(this.database.reader, mail.id);
    }
    const { personId, address } = addressee;
    const language = mail.language ?? addressee.language;
    const fresh =
      personId === null
        ? {}
        : await this.database.transaction(async (tx) => (await kind.fresh?.(tx, personId, at)) ?? {});
    try {
      const parameters = { ...mail.parameters, ...fresh };
      const letter = this.signed(kind.compose(parameters, language, this.context), language);
      await this.transport.send({ id: mail.id, to: address, language, letter, at });
    } catch (error) {
      return this.failed(mail, failureOf(error), at);
    }
    await this.writeDown(mail, at);
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

  private signed({ subject, text }: Letter, language: 'fr' | 'en'): Letter {
    const { name, host, partnership, demonstration } = FORUM;
    const said = this.settings.demonstration ? [demonstration[language]] : [];
    return {
      subject,
      text: [
        ...said,
        text.trim(),
        `-- \n${name[language]}\n${host[language]}\n${partnership[language]}\n`,
      ].join('\n\n'),
    };
  }

  /** It was accepted: that must be written down, even if the database is away, or it would leave again. */
  private async writeDown(mail: OutgoingMail, at: Date): Promise<void> {
    for (;;) {
      try {
        return await this.mails.sent(this.database.reader, mail.id, at);
      } catch (error) {
        if (this.stopping) throw error;
        await this.pause(LOOKS_EVERY);
      }
    }
  }

  private async failed(mail: OutgoingMail, { code, forGood }: Failure, at: Date): Promise<void> {
    const { reader } = this.database;
    const over = forGood || mail.attempts >= ATTEMPTS;
    const wait = Math.min(LAST_RETRY_AFTER, FIRST_RETRY_AFTER * 2 ** Math.min(mail.attempts - 1, 10));
    if (over) await this.mails.giveUp(reader, mail, code);
    else await this.mails.postpone(reader, mail, code, new Date(at.getTime() + wait));
    this.logger.warn({
      mail: mail.id,
      kind: mail.kind,
      outcome: over ? 'given up' : 'postponed',
      code,
      attempts: mail.attempts,
    });
  }

  private pause(milliseconds: number): Promise<void> {
    if (this.stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
