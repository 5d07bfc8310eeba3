import type { Words } from './fr.js';

/** What the pages of calendars and feeds say, in English. */
export const feedsEn: Words['feeds'] = {
  title: 'Follow the forum',
  lead: 'Subscribe once: meetings come into your calendar and publications into your reader, with their changes and cancellations.',
  calendars: 'Calendars',
  howCalendar:
    'The link “Subscribe” opens your calendar application. If it does not, copy the address and paste it into your calendar: “From URL” in Google Calendar, “Subscribe from web” in Outlook, “New calendar subscription” in Apple’s Calendar or Thunderbird. A subscribed calendar updates by itself, within some hours depending on the application.',
  all: 'Meetings, and events open to all',
  plenaries: 'Plenaries',
  committee: 'Meetings of the management committee',
  group: 'Meetings of the group “{{theme}}”',
  followGroup: 'Follow the meetings in your calendar',
  subscribe: 'Subscribe',
  subscribeTo: 'Subscribe: {{name}}',
  address: 'Address: {{name}}',
  own: 'Your own calendar',
  ownText:
    'It adds the link to take part at a distance in your meetings, the closing of polls in which you vote, and the end of comments on the minutes of plenaries and of your groups. Its address is made on the page:',
  news: 'Publications',
  howNews:
    'These feeds, in the Atom format, are read in a feed reader, or in a browser or mail program that has one: copy the address and paste it into “add a feed”.',
  minutes: 'Minutes, published and corrected',
  decisions: 'Decisions',
  elections: 'Results of elections, once proclaimed',
  calls: 'Calls for applications',
  myCalendar: 'My calendar',
  myCalendarText:
    'A secret address, to be pasted into your calendar application: plenaries, the meetings of your working groups, those of the committee if you serve on it, with the links to take part; the closing of your polls, the end of comments. The secretariat has every meeting there. Whoever knows it reads your calendar; it never says whether you voted.',
  made: 'An address exists since',
  make: 'Make a secret address',
  replace: 'Replace the address',
  revoke: 'Remove the address',
  madeNow: 'Here is the address. It is shown this once.',
  replacing: 'Replacing or removing it ends the old one, wherever it was pasted.',
  revoked: 'The address is removed.',
  secret: 'Secret address',
};
