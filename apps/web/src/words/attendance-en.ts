import type { Words } from './fr.js';

/** What the pages say of who was there. */
export const attendanceEn: Words['attendance'] = {
  title: 'Attendance',
  withoutQuorum: 'At the session that lacked its quorum',
  hidden: 'Attendance is public once the session is closed.',
  caption_one: '{{college}}, one member: {{ways}}',
  caption_other: '{{college}}, {{count}} members: {{ways}}',
  ways: {
    present: 'present: {{number}}',
    represented: 'by proxy: {{number}}',
    excused: 'excused: {{number}}',
    absent: 'absent: {{number}}',
  },
  ofSubject: 'Attendance, year by year',
  year: 'Year',
  body: 'Meetings',
  plenaries: 'Plenary sessions',
  ofGroup: 'Group “{{theme}}”',
  attended: 'Attendance',
  presentAt: 'present at {{present}} of {{meetings}}',
  andOtherwise: '{{presentAt}} ({{ways}})',
  leftEarly: 'left before the end',
  none: 'No meeting held so far.',
  years: 'How often it met, and with whom',
  yearsCaption: 'Meetings held, year by year',
  held: 'Meetings held',
  ofCollege: '{{college}}: {{present}} of {{seats}} seats present',
  ofCollegeOtherwise: '{{ofCollege}} ({{ways}})',
  byMember: 'Member by member, {{year}}',
  byMemberCaption: 'Attendance of each member in {{year}}',
};
