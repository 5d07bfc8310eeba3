import type { Tx } from '@hemicycle/database';
import { type Language, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { MailKind, MailParameters } from './mail-kind.js';
import { MailKinds } from './mail-kinds.js';
import { MailPreferences } from './mail-preferences.js';
import { OutgoingMailRepository } from './outgoing-mail.repository.js';
import { SendLetter } from './send-letter.js';
import type { MailDelivery, MailTopic } from './topics.js';

/**
 * To whom: a person, in her language; somebody who is no person of the forum, in the language given; or whoever has
 * the address of a keyed hash, if anybody.
 */
export type MailRecipient =
  | { readonly personId: string }
  | { readonly address: string; readonly language: Language }
  | { readonly addressHash: string };

/** The forum's letters: written down with the change that they tell of, sent after it was committed. */
@Injectable()
export class Mail {
  constructor(
    private readonly kinds: MailKinds,
    private readonly mails: OutgoingMailRepository,
    private readonly sending: SendLetter,
    private readonly preferences: MailPreferences,
  ) {}

  /** Makes a kind of letter known; called once, by the module of the room that sends it. */
  register(kind: MailKind): void {
    this.kinds.register(kind);
  }

  /**
   * Writes a letter down in the transaction of the change it tells of; gives its id, empty where the
   * recipient declined what it is about. It leaves some moments after the commit, or with her daily letter.
   *
   * @throws Error when the kind was not registered: the letter could never leave.
   */
  async enqueue<Parameters extends MailParameters, Fresh extends MailParameters>(
    tx: Tx,
    kind: MailKind<Parameters, Fresh>,
    { to, parameters, at }: { to: MailRecipient; parameters: Parameters; at: Date },
  ): Promise<string> {
    const [id = ''] = await this.enqueueMany(tx, kind, { to: [to], parameters, at });
    return id;
  }

  /**
   * Writes the same letter down for each of many, in few statements; gives the ids, in the order of
   * the recipients, without those who declined what it is about.
   *
   * @throws Error as {@link enqueue} does
   */
  async enqueueMany<Parameters extends MailParameters, Fresh extends MailParameters>(
    tx: Tx,
    kind: MailKind<Parameters, Fresh>,
    { to: recipients, parameters, at }: { to: readonly MailRecipient[]; parameters: Parameters; at: Date },
  ): Promise<string[]> {
    const letters = recipients.map((to) => ({ to, parameters }));
    return this.enqueueEach(tx, kind, letters, at);
  }

  /**
   * Writes letters of one kind down, each with parameters of its own, in few statements; gives the ids as
   * {@link enqueueMany} does.
   *
   * @throws Error as {@link enqueue} does
   */
  async enqueueEach<Parameters extends MailParameters, Fresh extends MailParameters>(
    tx: Tx,
    kind: MailKind<Parameters, Fresh>,
    letters: readonly { readonly to: MailRecipient; readonly parameters: Parameters }[],
    at: Date,
  ): Promise<string[]> {
    if (this.kinds.named(kind.kind) === null) throw new Error(`Nobody registered the letter ${kind.kind}.`);
    const recipients = letters.map(({ to }) => to);
    const deliveries = await this.deliveries(tx, kind.topic, recipients);
    const wanted = letters.filter(({ to }) => deliveries.get(personOf(to)) !== 'NEVER');
    const mails = wanted.map(({ to, parameters }) => ({
      id: newId(),
      kind: kind.kind,
      personId: 'personId' in to ? to.personId : null,
      address: 'address' in to ? to.address : null,
      addressHash: 'addressHash' in to ? to.addressHash : null,
      language: 'language' in to ? to.language : null,
      parameters,
      enqueuedAt: at,
      awaitsDigest: deliveries.get(personOf(to)) === 'DAILY',
      digestId: null,
    }));
    await this.mails.add(tx, mails);
    await this.sending.soon(
      tx,
      mails.filter(({ awaitsDigest }) => !awaitsDigest).map(({ id }) => id),
    );
    return mails.map(({ id }) => id);
  }

  /** How those who chose want a topic; nobody chooses what is always sent. */
  private async deliveries(
    tx: Tx,
    topic: MailTopic | undefined,
    recipients: readonly MailRecipient[],
  ): Promise<ReadonlyMap<string, MailDelivery>> {
    if (topic === undefined) return new Map();
    return this.preferences.chosen(
      tx,
      topic,
      recipients.map(personOf).filter((id) => id !== ''),
    );
  }
}

const personOf = (to: MailRecipient): string => ('personId' in to ? to.personId : '');
