import type { Words } from './fr.js';

/** What the pages of the management committee say, in English. */
export const committeeEn: Words['committee'] = {
  title: 'Management committee',
  lead: 'The two co-chairs and the elected members of each college. The committee agrees to the agendas of plenaries with the secretariat; what it adopts in its meetings is a recommendation.',
  whoItIs: 'Who it is',
  acting: 'term ended, acting for current business',
  actingEnded: 'Acts no more: {{day}} was the last day.',
  actingEndedBecause: 'Acts no more: {{day}} was the last day. Reason: {{reason}}',
  giveActingUp: 'Give up acting ({{holder}})',
  giveItUp: 'Give up acting',
  endActing: 'End the acting ({{holder}})',
  endIt: 'End the acting',
  actingText:
    'Today is the last day of it, for good; the seat is then vacant, and goes to an election at the next plenary.',
  actingReason: 'Reason',
  actingReasonPublic: 'Everybody will read it.',
  actingDone: 'The end of the acting is recorded.',
  meetings: 'Meetings of the management committee',
  meeting: 'Meeting no. {{number}} of the management committee',
  caption: 'Meetings of the committee, the latest first',
  none: 'The committee has not met, and plans no meeting.',
  planText: 'The co-chairs set the agenda; the secretariat convenes, five days ahead by default.',
  desk: 'Desk: meeting no. {{number}} of the management committee',
  conveneText: 'The agenda is published, and the members of the committee are written to.',
  minutes: 'Minutes of meeting no. {{number}} of the management committee',
  minutesDesk: 'Desk: minutes of meeting no. {{number}} of the management committee',
  draftMinutes: 'Being written: only the co-chairs and the secretariat read them.',
  circulateText:
    'The members of the committee receive them and comment. The text is changed no more after that.',
};
