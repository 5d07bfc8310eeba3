import { Details, Paragraph } from '@digdir/designsystemet-react';
import { COLLEGES, type College } from '@hemicycle/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { type Somebody, useEverybody } from '../members/everybody.js';
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
  const candidates = new Set(
    candidacies
      .filter(({ withdrawnAt, lapsedAt }) => withdrawnAt === null && lapsedAt === null)
      .map(({ member }) => member.person.id),
  );

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
          {open && <Naming electionId={id} candidates={candidates} />}
        </div>
      </Details.Content>
    </Details>
  );
}

/** @param candidates the persons who stand, none of whom is named */
function Naming({
  electionId,
  candidates,
}: {
  readonly electionId: string;
  readonly candidates: ReadonlySet<string>;
}) {
  const { t } = useTranslation();
  const [everybody, again] = useEverybody();
  const [answer, askAgain] = useQuery({ query: PEOPLE });

  /** In the order in which the charter looks for them: members who do not stand, else alternates, else the secretariat. */
  function choices(members: readonly Somebody[], { secretariat }: ResultOf<typeof PEOPLE>, college: College) {
    const seats = members.filter((member) => member.college === college);
    const free = seats.map(({ person }) => person).filter((person) => !candidates.has(person.id));
    const alternates = seats.flatMap(({ alternate }) => (alternate === null ? [] : [alternate]));
    const [found = []] = [free, alternates, secretariat.members.map(({ person }) => person)].filter(
      (people) => people.length > 0,
    );
    return found.map((person) => ({ value: person.id, label: person.name }));
  }

  return (
    <Loaded answer={everybody} again={again}>
      {(members) => (
        <Loaded answer={answer} again={askAgain}>
          {(people) =>
            COLLEGES.map((college) => (
              <ActForm
                key={college}
                document={NAME}
                variables={(typed) => ({
                  input: { electionId, college, personId: typed('personId') },
                })}
                submit={t('scrutineer.name', { college: t(`college.${college}`) })}
                done={t('scrutineer.named')}
              >
                <Pick
                  name="personId"
                  label={t('scrutineer.of', { college: t(`college.${college}`) })}
                  options={choices(members, people, college)}
                />
              </ActForm>
            ))
          }
        </Loaded>
      )}
    </Loaded>
  );
}
