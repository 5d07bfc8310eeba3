import {
  type AgendaKeyName,
  type AgendaKeyPart,
  type KeyedAgenda,
  keysWanted,
  partsMissing,
  type SecondKey,
  silenceEndsOn,
} from '@hemicycle/charter';
import { addDays, type Day, dayInWords, type Text } from '@hemicycle/kernel';
import type { Due } from './obligation.js';

/** The agenda of a plenary to come, as it stands before its convocation. */
export interface AgendaFacts {
  readonly meetingId: string;
  readonly number: number;
  readonly startsOn: Day;
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
 * is not turned on the latest version. All by the day on which the convocation leaves at the latest.
 */
export function agendaDue(
  { meetingId, number, startsOn, agenda }: AgendaFacts,
  second: SecondKey,
  { plenaryNoticeDays }: { readonly plenaryNoticeDays: number },
): Due[] {
  const dueOn = addDays(startsOn, -plenaryNoticeDays);
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
  const silence = silenceEndsOn(agenda);
  const drafted = dayInWords(agenda.draftedOn);
  return keysWanted(agenda).flatMap((key) =>
    partsMissing(key, second, agenda.keys).map((part) => {
      const words = KEY[key][part] ?? { fr: 'une clé', en: 'a key' };
      const ends = key === 'COMMITTEE' && silence !== null ? dayInWords(silence) : null;
      return {
        ...common,
        subject: {
          fr: `Ordre du jour de la séance plénière n° ${number} : ${words.fr}`,
          en: `Agenda of plenary ${number}: ${words.en}`,
        },
        reminded: {
          about: `key ${key} ${part} ${meetingId}`,
          secretariat: key === 'SECRETARIAT',
          personId: null,
          keyPart: key === 'COMMITTEE' ? part : null,
        },
        why: {
          fr: `La version ${agenda.version}, du ${drafted.fr}, l’attend.${ends === null ? '' : ` Faute de réponse, le secrétariat peut convoquer à partir du ${ends.fr}, l’ordre du jour ne portant que des élections.`}`,
          en: `Version ${agenda.version}, of ${drafted.en}, waits for it.${ends === null ? '' : ` Without an answer the secretariat may convene from ${ends.en} on, the agenda holding elections only.`}`,
        },
      };
    }),
  );
}
