import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { useAct } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';
import { Act } from '../parts/action.js';
import { InstantText } from '../parts/day-text.js';
import { Hindered } from '../parts/rule-refusal.js';
import { CodeToKeep } from '../sealed/code.js';

const MY_CALENDAR = graphql(`
  query MyCalendar {
    myCalendar {
      madeAt
    }
  }
`);

const MAKE = graphql(`
  mutation MakePersonalCalendar {
    result: makePersonalCalendar {
      __typename
      address
    }
  }
`);

const REVOKE = graphql(`
  mutation RevokePersonalCalendar {
    result: revokePersonalCalendar {
      __typename
      revokedAt
    }
  }
`);

/** The secret address of one’s own calendar: made, shown once, replaced, removed. */
export function OwnCalendar() {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: MY_CALENDAR });
  const { act, underWay, hindrance } = useAct(MAKE);
  const [address, setAddress] = useState<string | null>(null);
  const reload = (): void => again({ requestPolicy: 'network-only' });

  async function make(): Promise<void> {
    const made = await act({});
    if (made === null) return;
    setAddress(made.address);
    reload();
  }

  return (
    <>
      <Paragraph>{t('feeds.myCalendarText')}</Paragraph>
      <div role="status" className="stack">
        {address !== null && <Paragraph>{t('feeds.madeNow')}</Paragraph>}
      </div>
      {address !== null && <CodeToKeep label={t('feeds.secret')}>{address}</CodeToKeep>}
      <Loaded answer={answer} again={again}>
        {({ myCalendar }) => (
          <>
            {myCalendar !== null && (
              <Paragraph>
                {t('feeds.made')} <InstantText at={myCalendar.madeAt} />. {t('feeds.replacing')}
              </Paragraph>
            )}
            <div className="row">
              <Button variant="secondary" loading={underWay} onClick={() => void make()}>
                {t(myCalendar === null ? 'feeds.make' : 'feeds.replace')}
              </Button>
              {myCalendar !== null && (
                <Act
                  document={REVOKE}
                  variables={{}}
                  label={t('feeds.revoke')}
                  done={t('feeds.revoked')}
                  onDone={() => {
                    setAddress(null);
                    reload();
                  }}
                  variant="secondary"
                />
              )}
            </div>
            <Hindered by={hindrance} />
          </>
        )}
      </Loaded>
    </>
  );
}
