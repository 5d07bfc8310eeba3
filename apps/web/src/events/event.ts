import { graphql, type ResultOf } from '../graphql/graphql.js';
import { PERMITTED } from '../parts/action.js';

export const EVENT = graphql(
  `
    fragment EventShown on ForumEvent {
      id
      kind
      state
      title
      titleFr: title(language: FR)
      titleEn: title(language: EN)
      topics
      topicsFr: topics(language: FR)
      topicsEn: topics(language: EN)
      startsAt
      endsAt
      place
      streamLink
      captioning
      signLanguage
      stepFree
      capacity
      placesTaken
      waiting
      presentsResults
      cancelReason
      moves {
        startedAt
        reason
      }
      version
      headCounts {
        number
        government
        civilSociety
        public
        reason
        recordedAt
      }
      results {
        number
        summary
        languages
        documents {
          title
          link
        }
      }
      myPlace {
        state
        code
      }
      permitted {
        ...Permitted
      }
    }
  `,
  [PERMITTED],
);
export type EventShown = ResultOf<typeof EVENT>;
