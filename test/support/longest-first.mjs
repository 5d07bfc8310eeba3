import Sequencer from '@jest/test-sequencer';

/**
 * What takes far longer than the size of its file says, the longest first: where nothing is known of earlier runs, jest
 * goes by size, and whoever starts such a file last waits for it alone.
 */
const LONGEST = [
  'web/first-plenary',
  'web/pages',
  'cli/demonstration',
  'cli/start',
  'api/fuzz',
  'web/group-meetings',
  'web/groups',
  'web/minutes',
  'elections/sealed-secrets',
  'cli/own-database',
  'web/agenda-and-needs',
  'mail/preferences',
  'reminders/reminders',
];

/** Jest's own order, but for {@link LONGEST}. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const found = LONGEST.findIndex((name) => path.endsWith(`/test/${name}.e2e-spec.ts`));
      return found === -1 ? LONGEST.length : found;
    };
    // Jest’s own, which is no array’s.
    // oxlint-disable-next-line no-array-sort
    return super.sort(tests).toSorted((one, other) => place(one) - place(other));
  }
}
