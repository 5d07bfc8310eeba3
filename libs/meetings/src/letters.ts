import type { Text } from '@hemicycle/kernel';
import type { Body } from './meeting.entity.js';

/** The body whose meeting a letter is about, and the theme where it is a working group. A type, not an interface: it is kept as JSON. */
export type BodyInWords = {
  readonly body: Body;
  readonly groupFr: string | null;
  readonly groupEn: string | null;
};

/** A meeting as letters name it: « séance plénière n° 3 », “meeting no. 2 of the working group “Open data””. */
export function meetingNamed({
  meetingNumber: number,
  body,
  groupFr,
  groupEn,
}: BodyInWords & { readonly meetingNumber: number }): Text {
  switch (body) {
    case 'PLENARY':
      return { fr: `séance plénière n° ${number}`, en: `plenary no. ${number}` };
    case 'MANAGEMENT_COMMITTEE':
      return {
        fr: `réunion n° ${number} du comité de direction`,
        en: `meeting no. ${number} of the management committee`,
      };
    case 'WORKING_GROUP':
      return {
        fr: `réunion n° ${number} du groupe de travail « ${groupFr} »`,
        en: `meeting no. ${number} of the working group “${groupEn}”`,
      };
  }
}

/** Items of an agenda, each on its line behind its number. */
export const numbered = (items: readonly string[]): string =>
  items.map((item, index) => `${index + 1}. ${item}`).join('\n');

/** The parts of a letter that there are, a line between them. */
export const paragraphs = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join('\n\n');
