import type { Words } from './fr.js';

/** What the pages say of whoever attends a session without a seat. */
export const attendeesEn: Words['attendees'] = {
  title: 'Others present',
  text: 'The minutes also name whoever attends the session without a seat, with her capacity: heard as an expert, observer, secretariat, guest. She counts for no quorum and does not vote.',
  name: 'Name',
  nameHint:
    'Tell this person: the minutes make the name public, and nothing else does. Until then only those who keep the attendance and the minutes see it; once these are sent to the members, it is kept with them alone.',
  organisation: 'Organisation, if there is one',
  as: 'Capacity',
  capacity: {
    EXPERT: 'heard as an expert',
    OBSERVER: 'observer',
    SECRETARIAT: 'secretariat',
    GUEST: 'guest',
  },
  record: 'Record this person',
  recorded: 'She is recorded among those present.',
  remove: 'Remove {{name}}',
  removed: 'She is removed, and her name erased.',
};
