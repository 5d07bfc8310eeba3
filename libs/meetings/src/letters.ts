import type { Text } from '@hemicycle/kernel';

/** The working group whose meeting a letter is about; null: a plenary. A type, not an interface: it is kept as JSON. */
export type GroupInWords = {
  readonly groupFr: string | null;
  readonly groupEn: string | null;
};

/** A meeting as letters name it: « séance plénière n° 3 », “meeting no. 2 of the working group “Open data””. */
export const meetingNamed = ({
  meetingNumber,
  groupFr,
  groupEn,
}: GroupInWords & { readonly meetingNumber: number }): Text =>
  groupFr === null || groupEn === null
    ? { fr: `séance plénière n° ${meetingNumber}`, en: `plenary no. ${meetingNumber}` }
    : {
        fr: `réunion n° ${meetingNumber} du groupe de travail « ${groupFr} »`,
        en: `meeting no. ${meetingNumber} of the working group “${groupEn}”`,
      };

/** Items of an agenda, each on its line behind its number. */
export const numbered = (items: readonly string[]): string =>
  items.map((item, index) => `${index + 1}. ${item}`).join('\n');

/** The parts of a letter that there are, a line between them. */
export const paragraphs = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join('\n\n');
