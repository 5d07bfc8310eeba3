import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { type Somebody, useEverybody } from '../members/everybody.js';
import { ActForm, Pick, TextInput } from '../parts/form.js';
import { ByRule } from '../parts/rule-refusal.js';

const PEOPLE = graphql(`
  query PeopleWithAddresses {
    secretariat {
      members {
        person {
          id
          name
        }
      }
    }
    foundingGroup {
      members {
        person {
          id
          name
        }
      }
    }
  }
`);

const CHANGE_ADDRESS = graphql(`
  mutation ChangeAddress($input: ChangeAddressInput!) {
    result: changeAddress(input: $input) {
      __typename
      id
    }
  }
`);

/** Gives somebody another address, when she has lost the one that her links go to. */
export function ChangingAnAddress() {
  const { t } = useTranslation();
  const [everybody, again] = useEverybody();
  const [answer, askAgain] = useQuery({ query: PEOPLE });
  return (
    <>
      <Paragraph>{t('desk.address.text')}</Paragraph>
      <Paragraph>
        {t('account.addressInAPoll')} <ByRule id="REGISTER" />
      </Paragraph>
      <Loaded answer={everybody} again={again}>
        {(members) => (
          <Loaded answer={answer} again={askAgain}>
            {(others) => (
              <ActForm
                document={CHANGE_ADDRESS}
                variables={(typed) => ({ input: { personId: typed('personId'), email: typed('email') } })}
                submit={t('desk.address.change')}
                done={t('desk.address.changed')}
              >
                <Pick name="personId" label={t('desk.address.person')} options={byName(members, others)} />
                <TextInput
                  name="email"
                  type="email"
                  label={t('desk.address.email')}
                  required
                  maxLength={254}
                />
              </ActForm>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

/** Everybody once, by name, whatever she is in the forum. */
function byName(members: readonly Somebody[], { secretariat, foundingGroup }: ResultOf<typeof PEOPLE>) {
  const seats = members.flatMap(({ person, alternate }) => [person, alternate]);
  const others = [...secretariat.members, ...foundingGroup.members].map(({ person }) => person);
  const names = new Map([...seats, ...others].flatMap((one) => (one === null ? [] : [[one.id, one.name]])));
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
