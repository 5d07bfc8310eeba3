import { useTranslation } from 'react-i18next';
import { graphql, type ResultOf } from '../graphql/graphql.js';

export const MEETING_NAMED = graphql(`
  fragment MeetingNamed on Meeting {
    number
    group {
      id
      theme
    }
  }
`);
type Named = ResultOf<typeof MEETING_NAMED>;

/** A meeting by its number, and a working group’s by its theme. */
export function useMeetingName(): (meeting: Named) => string {
  const { t } = useTranslation();
  return ({ number, group }) =>
    group === null ? t('meeting.plenary', { number }) : t('meeting.ofGroup', { number, theme: group.theme });
}

/** What the pages of its minutes are called. */
export function useMinutesName(): (meeting: Named) => string {
  const { t } = useTranslation();
  return ({ number, group }) =>
    group === null ? t('minutes.of', { number }) : t('minutes.ofGroup', { number, theme: group.theme });
}
