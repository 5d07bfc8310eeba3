import { ProvenIds } from '@hemicycle/accounts';
import { FORUM_TIME_ZONE, instantInWords, type Text } from '@hemicycle/kernel';
import type { Tx } from '@hemicycle/database';
import { type Letter, Mail, type MailKind, type MailRecipient } from '@hemicycle/mail';
import type { Invitation } from '@hemicycle/icalendar';
import { Inject, Injectable } from '@nestjs/common';
import { calendarEvent, eventInWords, type EventWords } from './event-calendar.js';
import type { EventPlace } from './event-place.entity.js';
import type { ForumEvent } from './forum-event.entity.js';
import { PLACE_AT_EVENT } from './things.js';

/** How long an address that nobody confirmed is kept. */
export const UNCONFIRMED_MINUTES = 2 * 24 * 60;

/** The event as its letters tell it, to whoever has a place or waits for one. Types, not interfaces: they are kept as JSON. */
type AboutEvent = EventWords & { placeId: string; waiting: boolean };
type WithReason = AboutEvent & { reason: string };

const letter = (subject: string, paragraphs: readonly (string | null)[]): Letter => ({
  subject,
  text: paragraphs.filter((one) => one !== null).join('\n\n'),
});

/** What whoever comes to an event is written. */
@Injectable()
export class EventLetters {
  readonly confirm: MailKind<AboutEvent>;
  readonly place: MailKind<AboutEvent>;
  readonly reminder: MailKind<AboutEvent>;
  readonly changed: MailKind<AboutEvent & { reason: string | null }>;
  readonly cancelled: MailKind<WithReason>;
  readonly givenUp: MailKind<AboutEvent>;

  constructor(
    private readonly mail: Mail,
    codes: ProvenIds,
    @Inject(FORUM_TIME_ZONE) zone: string,
  ) {
    const when = ({ startsAt }: AboutEvent): Text => instantInWords(new Date(startsAt), zone);
    const begun = ({ startsAt }: AboutEvent): Date => new Date(startsAt);
    const own = ({ placeId }: AboutEvent, publicUrl: string): string =>
      `${publicUrl}/events/place#${codes.of(PLACE_AT_EVENT, placeId)}`;
    const facts = (about: AboutEvent, publicUrl: string): Text => ({
      fr: [
        `Quand : ${when(about).fr}`,
        about.room === null ? null : `Où : ${about.room}`,
        about.streamLink === null ? null : `En ligne : ${about.streamLink}`,
        accessOf(about).fr,
        `Programme : ${publicUrl}/events/${about.eventId}`,
      ]
        .filter((line) => line !== null)
        .map((line) => `- ${line}`)
        .join('\n'),
      en: [
        `When: ${when(about).en}`,
        about.room === null ? null : `Where: ${about.room}`,
        about.streamLink === null ? null : `Online: ${about.streamLink}`,
        accessOf(about).en,
        `Programme: ${publicUrl}/events/${about.eventId}`,
      ]
        .filter((line) => line !== null)
        .map((line) => `- ${line}`)
        .join('\n'),
    });
    const giveUp = (about: AboutEvent, publicUrl: string): Text => ({
      fr: `Pour annuler votre inscription, ouvrez cette page : ${own(about, publicUrl)}\nVotre adresse est alors effacée ; elle l’est dans tous les cas au lendemain de l’événement.`,
      en: `To cancel your registration, open this page: ${own(about, publicUrl)}\nYour address is then erased; it is in any case on the day after the event.`,
    });
    /** Whoever waits has nothing to keep free yet. */
    const inviting = <About extends AboutEvent>(
      method: Invitation['method'],
      compose: MailKind<About>['compose'],
    ): MailKind<About>['compose'] => {
      return (about, language, context) => {
        const told = compose(about, language, context);
        if (about.waiting) return told;
        const event = calendarEvent(about, language, { publicUrl: context.publicUrl, zone });
        const taken = method === 'CANCEL' ? ({ status: 'CANCELLED' } as const) : {};
        return { ...told, invitation: { method, event: { ...event, ...taken }, zone } };
      };
    };
    this.confirm = {
      kind: 'EVENT_CONFIRM',
      uselessAfterMinutes: UNCONFIRMED_MINUTES,
      uselessFrom: begun,
      compose: (about, language, { publicUrl }) =>
        language === 'fr'
          ? letter(`Confirmez votre inscription – ${about.titleFr}`, [
              'Bonjour,',
              `Une inscription à « ${about.titleFr} » a été demandée avec cette adresse. Elle compte une fois confirmée :`,
              own(about, publicUrl),
              facts(about, publicUrl).fr,
              'Si vous n’avez rien demandé, ignorez ce message : sans confirmation, votre adresse est effacée au bout de deux jours.',
            ])
          : letter(`Confirm your registration – ${about.titleEn}`, [
              'Hello,',
              `A registration for “${about.titleEn}” was asked for with this address. It counts once it is confirmed:`,
              own(about, publicUrl),
              facts(about, publicUrl).en,
              'If you asked for nothing, ignore this message: without a confirmation, your address is erased after two days.',
            ]),
    };
    this.place = {
      kind: 'EVENT_PLACE',
      uselessFrom: begun,
      compose: inviting('REQUEST', (about, language, { publicUrl }) =>
        language === 'fr'
          ? letter(
              `${about.waiting ? 'Vous êtes en liste d’attente' : 'Une place est à vous'} – ${about.titleFr}`,
              [
                'Bonjour,',
                about.waiting
                  ? `Toutes les places de « ${about.titleFr} » sont prises. Vous êtes en liste d’attente : si l’une se libère, un message vous le dira.`
                  : `Votre inscription à « ${about.titleFr} » est confirmée : une place est à vous.`,
                facts(about, publicUrl).fr,
                giveUp(about, publicUrl).fr,
              ],
            )
          : letter(
              `${about.waiting ? 'You are on the waiting list' : 'A place is yours'} – ${about.titleEn}`,
              [
                'Hello,',
                about.waiting
                  ? `Every place at “${about.titleEn}” is taken. You are on the waiting list: should one come free, a letter will tell you.`
                  : `Your registration for “${about.titleEn}” is confirmed: a place is yours.`,
                facts(about, publicUrl).en,
                giveUp(about, publicUrl).en,
              ],
            ),
      ),
    };
    this.reminder = {
      kind: 'EVENT_REMINDER',
      uselessFrom: begun,
      compose: (about, language, { publicUrl }) =>
        language === 'fr'
          ? letter(`Rappel : ${about.titleFr}, ${when(about).fr}`, [
              'Bonjour,',
              `Vous avez une place à « ${about.titleFr} ».`,
              facts(about, publicUrl).fr,
              giveUp(about, publicUrl).fr,
            ])
          : letter(`Reminder: ${about.titleEn}, ${when(about).en}`, [
              'Hello,',
              `You have a place at “${about.titleEn}”.`,
              facts(about, publicUrl).en,
              giveUp(about, publicUrl).en,
            ]),
    };
    this.changed = {
      kind: 'EVENT_CHANGED',
      uselessFrom: begun,
      compose: inviting('REQUEST', (about, language, { publicUrl }) =>
        language === 'fr'
          ? letter(`Changement – ${about.titleFr}`, [
              'Bonjour,',
              `« ${about.titleFr} » a changé. Voici ce qui vaut désormais :`,
              facts(about, publicUrl).fr,
              about.reason === null ? null : `Motif : ${about.reason}`,
              giveUp(about, publicUrl).fr,
            ])
          : letter(`A change – ${about.titleEn}`, [
              'Hello,',
              `“${about.titleEn}” has changed. This is what holds from now on:`,
              facts(about, publicUrl).en,
              about.reason === null ? null : `Reason: ${about.reason}`,
              giveUp(about, publicUrl).en,
            ]),
      ),
    };
    this.cancelled = {
      kind: 'EVENT_CANCELLED',
      compose: inviting('CANCEL', (about, language) =>
        language === 'fr'
          ? letter(`Annulé : ${about.titleFr}`, [
              'Bonjour,',
              `« ${about.titleFr} », prévu le ${when(about).fr}, est annulé.`,
              `Motif : ${about.reason}`,
              'Votre inscription sera effacée d’ici à un jour : vous n’avez rien à faire.',
            ])
          : letter(`Cancelled: ${about.titleEn}`, [
              'Hello,',
              `“${about.titleEn}”, set for ${when(about).en}, is cancelled.`,
              `Reason: ${about.reason}`,
              'Your registration will be erased within a day: there is nothing for you to do.',
            ]),
      ),
    };
    this.givenUp = {
      kind: 'EVENT_PLACE_GIVEN_UP',
      uselessFrom: begun,
      forgottenOnceSent: true,
      compose: inviting('CANCEL', (about, language) =>
        language === 'fr'
          ? letter(`Inscription annulée – ${about.titleFr}`, [
              'Bonjour,',
              `Votre inscription à « ${about.titleFr} », prévu le ${when(about).fr}, est annulée, et votre adresse effacée.`,
            ])
          : letter(`Registration cancelled – ${about.titleEn}`, [
              'Hello,',
              `Your registration for “${about.titleEn}”, set for ${when(about).en}, is cancelled, and your address erased.`,
            ]),
      ),
    };
    const kinds = [this.confirm, this.place, this.reminder, this.changed, this.cancelled, this.givenUp];
    for (const kind of kinds) mail.register(kind);
  }

  /** Tells whoever asked for a place how it stands; whoever has not confirmed it, how to. */
  async tellPlace(tx: Tx, event: ForumEvent, place: EventPlace, at: Date): Promise<void> {
    const [to, about] = [recipientOf(place), aboutOf(event, place)];
    if (to === null) return;
    if (place.state === 'REQUESTED') await this.mail.enqueue(tx, this.confirm, { to, parameters: about, at });
    else await this.mail.enqueue(tx, this.place, { to, parameters: about, at });
  }

  /** Takes the event out of the calendar of whoever had a place and gave it up. */
  async tellGivenUp(tx: Tx, event: ForumEvent, place: EventPlace, at: Date): Promise<void> {
    if (place.state !== 'REGISTERED') return;
    const to = recipientOf(place);
    if (to !== null) await this.mail.enqueue(tx, this.givenUp, { to, parameters: aboutOf(event, place), at });
  }

  /** Writes to each guest. */
  async tellEach<Parameters extends AboutEvent>(
    tx: Tx,
    kind: MailKind<Parameters>,
    guests: readonly EventPlace[],
    parametersOf: (place: EventPlace) => Parameters,
    at: Date,
  ): Promise<void> {
    const letters = guests.flatMap((place) => {
      const to = recipientOf(place);
      return to === null ? [] : [{ to, parameters: parametersOf(place) }];
    });
    await this.mail.enqueueEach(tx, kind, letters, at);
  }
}

const recipientOf = ({ personId, email, language }: EventPlace): MailRecipient | null => {
  if (personId !== null) return { personId };
  return email === null ? null : { address: email, language };
};

export const aboutOf = (event: ForumEvent, place: EventPlace): AboutEvent => ({
  ...eventInWords(event),
  placeId: place.id,
  waiting: place.state !== 'REGISTERED',
});

const ACCESS = [
  ['captioning', { fr: 'sous-titrage', en: 'captioning' }],
  ['signLanguage', { fr: 'langue des signes', en: 'sign language' }],
  ['stepFree', { fr: 'accès de plain-pied', en: 'step-free access' }],
] as const;

function accessOf(about: AboutEvent): { fr: string | null; en: string | null } {
  const offered = ACCESS.filter(([name]) => about[name]).map(([, words]) => words);
  if (offered.length === 0) return { fr: null, en: null };
  return {
    fr: `Accessibilité : ${offered.map(({ fr }) => fr).join(', ')}`,
    en: `Accessibility: ${offered.map(({ en }) => en).join(', ')}`,
  };
}
