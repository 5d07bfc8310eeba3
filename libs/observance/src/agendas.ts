import {
  type AgendaKeyName,
  type AgendaKeyPart,
  CHANGE_NOTICE_DAYS,
  type KeyedAgenda,
  keysWanted,
  partsMissing,
  type SecondKey,
  silenceEndsOn,
} from '@hemicycle/charter';
import { addDays, type Day, dayInWords, type Text } from '@hemicycle/kernel';
import type { Due } from './obligation.js';

/** The agenda of a plenary to come, as it stands before its convocation; or, after it, changed and not published yet. */
export interface AgendaFacts {
  readonly meetingId: string;
  readonly number: number;
  readonly startsOn: Day;
  /** Whether its convocation left. */
  readonly convened: boolean;
  /** Null: none was drafted. */
  readonly agenda: (KeyedAgenda & { readonly draftedOn: Day }) | null;
}

const AGENDA_SOON_DAYS = 30;

const KEY: Readonly<Record<Exclude<AgendaKeyName, 'URGENCY'>, Partial<Record<AgendaKeyPart, Text>>>> = {
  SECRETARIAT: { WHOLE: { fr: 'la clé du secrétariat', en: 'the secretariat’s key' } },
  COMMITTEE: {
    WHOLE: { fr: 'la clé du groupe fondateur', en: 'the founding group’s key' },
    GOVERNMENT: {
      fr: 'la moitié de clé du comité, acteurs publics',
      en: 'the committee’s half, government',
    },
    CIVIL_SOCIETY: {
      fr: 'la moitié de clé du comité, société civile',
      en: 'the committee’s half, civil society',
    },
  },
};

/**
 * What an agenda waits for before its convocation may leave (charter C3-AGENDA): to be drafted, then each key or half that
 * is not turned on the latest version. All by the day on which the convocation leaves at the latest; a changed agenda, by the last day
 * on which it is sent without urgency, and once its keys are turned it waits for its publication.
 */
export function agendaDue(
  { meetingId, number, startsOn, convened, agenda }: AgendaFacts,
  second: SecondKey,
  { plenaryNoticeDays }: { readonly plenaryNoticeDays: number },
): Due[] {
  const dueOn = addDays(startsOn, -(convened ? CHANGE_NOTICE_DAYS : plenaryNoticeDays));
  const common = { rule: 'C3-AGENDA', meetingId, dueOn, doneOn: null, soonDays: AGENDA_SOON_DAYS } as const;
  const leaves = dayInWords(dueOn);
  if (agenda === null) {
    return [
      {
        ...common,
        subject: {
          fr: `Ordre du jour de la séance plénière n° ${number}`,
          en: `Agenda of plenary ${number}`,
        },
        reminded: { about: `draft ${meetingId}`, secretariat: true, personId: null, keyPart: null },
        why: {
          fr: `Le secrétariat ne l’a pas encore rédigé ; la convocation part avec lui le ${leaves.fr} au plus tard.`,
          en: `The secretariat has not drafted it yet; the convocation leaves with it by ${leaves.en}.`,
        },
      },
    ];
  }
  // Silence replaces no key of a changed agenda.
  const silence = convened ? null : silenceEndsOn(agenda);
  const drafted = dayInWords(agenda.draftedOn);
  const keys = keysWanted(agenda);
  const name: Text = convened
    ? {
        fr: `Ordre du jour modifié de la séance plénière n° ${number}`,
        en: `Changed agenda of plenary ${number}`,
      }
    : { fr: `Ordre du jour de la séance plénière n° ${number}`, en: `Agenda of plenary ${number}` };
  const stands: Text = convened
    ? {
        fr: ` Il est envoyé le ${leaves.fr} au plus tard, sauf urgence motivée ; d’ici là, l’ordre du jour publié vaut.`,
        en: ` It is sent by ${leaves.en}, save urgency with its reason; until then the published agenda stands.`,
      }
    : { fr: '', en: '' };
  if (convened && keys.every((key) => partsMissing(key, second, agenda.keys).length === 0)) {
    return [
      {
        ...common,
        subject: { fr: `${name.fr} : publication`, en: `${name.en}: publication` },
        reminded: {
          about: `publication ${meetingId} ${agenda.version}`,
          secretariat: true,
          personId: null,
          keyPart: null,
        },
        why: {
          fr: `La version ${agenda.version}, du ${drafted.fr}, est arrêtée.${stands.fr}`,
          en: `Version ${agenda.version}, of ${drafted.en}, is agreed to.${stands.en}`,
        },
      },
    ];
  }
  return keys.flatMap((key) =>
    partsMissing(key, second, agenda.keys).map((part) => {
      const words = KEY[key][part] ?? { fr: 'une clé', en: 'a key' };
      const ends = key === 'COMMITTEE' && silence !== null ? dayInWords(silence) : null;
      return {
        ...common,
        subject: {
          fr: `${name.fr} : ${words.fr}`,
          en: `${name.en}: ${words.en}`,
        },
        reminded: {
          about: `key ${key} ${part} ${meetingId}${convened ? ` ${agenda.version}` : ''}`,
          secretariat: key === 'SECRETARIAT',
          personId: null,
          keyPart: key === 'COMMITTEE' ? part : null,
        },
        why: {
          fr: `La version ${agenda.version}, du ${drafted.fr}, l’attend.${stands.fr}${ends === null ? '' : ` Faute de réponse, le secrétariat peut convoquer à partir du ${ends.fr}, l’ordre du jour ne portant que des élections.`}`,
          en: `Version ${agenda.version}, of ${drafted.en}, waits for it.${stands.en}${ends === null ? '' : ` Without an answer the secretariat may convene from ${ends.en} on, the agenda holding elections only.`}`,
        },
      };
    }),
  );
}
