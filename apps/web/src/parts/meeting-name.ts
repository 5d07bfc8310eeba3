import { useTranslation } from 'react-i18next';
import { graphql, type ResultOf } from '../graphql/graphql.js';

export const MEETING_NAMED = graphql(`
  fragment MeetingNamed on Meeting {
    body
    number
    group {
      id
      theme
    }
  }
`);
type Named = ResultOf<typeof MEETING_NAMED>;

/** A meeting by its number and its body, a working group’s by its theme. */
export function useMeetingName(): (meeting: Named) => string {
  const { t } = useTranslation();
  return ({ body, number, group }) => {
    if (body === 'MANAGEMENT_COMMITTEE') return t('committee.meeting', { number });
    return group === null
      ? t('meeting.plenary', { number })
      : t('meeting.ofGroup', { number, theme: group.theme });
  };
}

/** What the pages of its minutes are called. */
export function useMinutesName(): (meeting: Named) => string {
  const { t } = useTranslation();
  return ({ body, number, group }) => {
    if (body === 'MANAGEMENT_COMMITTEE') return t('committee.minutes', { number });
    return group === null
      ? t('minutes.of', { number })
      : t('minutes.ofGroup', { number, theme: group.theme });
  };
}
