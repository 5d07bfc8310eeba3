import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { OBSERVANCE, Obligations } from '../observance/obligations.js';
import { To } from '../parts/to.js';

/** What needs the secretariat: late, or due soon. */
export function ToDo() {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: OBSERVANCE, requestPolicy: 'cache-and-network' });
  return (
    <Loaded answer={answer} again={() => again()}>
      {({ observance: { obligations } }) => {
        const now = obligations.filter(({ state }) => state === 'LATE' || state === 'DUE_SOON');
        return (
          <>
            {now.length === 0 ? (
              <Paragraph>{t('observance.nothingNow')}</Paragraph>
            ) : (
              <Obligations
                caption={t('observance.waitingCaption')}
                obligations={now}
                meetings="/desk/meetings"
              />
            )}
            <To href="/observance">{t('observance.whole')}</To>
          </>
        );
      }}
    </Loaded>
  );
}
