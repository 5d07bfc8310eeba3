import { Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Page } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';
import { Act, isAllowed, PERMITTED } from '../parts/action.js';
import { InstantText } from '../parts/day-text.js';
import { To } from '../parts/to.js';

const PLACE = graphql(
  `
    query EventPlace($code: String!) {
      eventPlace(code: $code) {
        state
        event {
          id
          title
          startsAt
        }
        permitted {
          ...Permitted
        }
      }
    }
  `,
  [PERMITTED],
);
const CONFIRM = graphql(
  `
    mutation ConfirmEventPlace($input: ConfirmEventPlaceInput!) {
      result: confirmEventPlace(input: $input) {
        __typename
        ... on EventPlace {
          state
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const GIVE_UP = graphql(
  `
    mutation CancelEventPlace($input: CancelEventPlaceInput!) {
      result: cancelEventPlace(input: $input) {
        __typename
        ... on EventPlace {
          state
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/** Where a letter's link leads. The code stands behind the sign #, so that no server sees it in an address; opening the link does nothing yet. */
export function PlacePage() {
  const { t } = useTranslation();
  const [code] = useState(() => location.hash.slice(1));
  const [answer, again] = useQuery({ query: PLACE, variables: { code } });
  return (
    <Page title={t('events.place')}>
      <Loaded answer={answer} again={again}>
        {({ eventPlace: place }) =>
          place === null ? (
            <Paragraph>{t('events.unknownPlace')}</Paragraph>
          ) : (
            <>
              <Paragraph>
                <To href={`/events/${place.event.id}`}>{place.event.title}</To>,{' '}
                <InstantText at={place.event.startsAt} weekday />
              </Paragraph>
              <Paragraph>{t(`events.mine.${place.state}`)}</Paragraph>
              <div className="row">
                {isAllowed(place.permitted, 'confirmEventPlace') && (
                  <Act
                    document={CONFIRM}
                    variables={{ input: { code } }}
                    label={t('events.confirm')}
                    done={t('events.confirmed')}
                  />
                )}
                {isAllowed(place.permitted, 'cancelEventPlace') && (
                  <Act
                    document={GIVE_UP}
                    variables={{ input: { code } }}
                    label={t('events.giveUp')}
                    done={t('events.givenUp')}
                    variant="secondary"
                  />
                )}
              </div>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
