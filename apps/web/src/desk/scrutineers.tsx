import { Details, Paragraph } from '@digdir/designsystemet-react';
import { COLLEGES, type College } from '@hemicycle/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { ActForm, Pick } from '../parts/form.js';
import { ByRule } from '../parts/rule-refusal.js';

export const SCRUTINEERS = graphql(`
  fragment ScrutineersOf on Election {
    scrutineers {
      college
      person {
        id
        name
      }
    }
    candidacies {
      withdrawnAt
      lapsedAt
      member {
        person {
          id
        }
      }
    }
  }
`);

const PEOPLE = graphql(`
  query ScrutineerChoices {
    members(first: 100) {
      nodes {
        college
        person {
          id
          name
        }
        alternate {
          id
          name
        }
      }
    }
    secretariat {
      members {
        person {
          id
          name
        }
      }
    }
  }
`);

const NAME = graphql(
  `
    mutation NameScrutineer($input: NameScrutineerInput!) {
      result: nameScrutineer(input: $input) {
        __typename
        ... on Election {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/** Who keeps small counts and a value of the lot, one a college, named before each poll. */
export function Scrutineers({
  election: { id, scrutineers, candidacies },
}: {
  readonly election: ResultOf<typeof SCRUTINEERS> & { readonly id: string };
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [answer, again] = useQuery({ query: PEOPLE, pause: !open });
  const candidates = new Set(
    candidacies
      .filter(({ withdrawnAt, lapsedAt }) => withdrawnAt === null && lapsedAt === null)
      .map(({ member }) => member.person.id),
  );

  /** In the order in which the charter looks for them: members who do not stand, else alternates, else the secretariat. */
  function choices({ members, secretariat }: ResultOf<typeof PEOPLE>, college: College) {
    const seats = members.nodes.filter((member) => member.college === college);
    const free = seats.map(({ person }) => person).filter((person) => !candidates.has(person.id));
    const alternates = seats.flatMap(({ alternate }) => (alternate === null ? [] : [alternate]));
    const [found = []] = [free, alternates, secretariat.members.map(({ person }) => person)].filter(
      (people) => people.length > 0,
    );
    return found.map((person) => ({ value: person.id, label: person.name }));
  }

  return (
    <Details open={open} onToggle={() => setOpen(!open)}>
      <Details.Summary>
        {t('scrutineer.title')}
        {t('colon')}
        {scrutineers.length === 0
          ? t('scrutineer.none')
          : scrutineers.map(({ person }) => person.name).join(', ')}
      </Details.Summary>
      <Details.Content>
        <div className="stack">
          <Paragraph>
            {t('scrutineer.meaning')} <ByRule id="SECRECY-FLOOR" /> <ByRule id="TIE" />
          </Paragraph>
          <Loaded answer={answer} again={again}>
            {(people) =>
              COLLEGES.map((college) => (
                <ActForm
                  key={college}
                  document={NAME}
                  variables={(typed) => ({
                    input: { electionId: id, college, personId: typed('personId') },
                  })}
                  submit={t('scrutineer.name', { college: t(`college.${college}`) })}
                  done={t('scrutineer.named')}
                >
                  <Pick
                    name="personId"
                    label={t('scrutineer.of', { college: t(`college.${college}`) })}
                    options={choices(people, college)}
                  />
                </ActForm>
              ))
            }
          </Loaded>
        </div>
      </Details.Content>
    </Details>
  );
}
