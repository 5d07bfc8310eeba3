import { Details, Paragraph } from '@digdir/designsystemet-react';
import type { College, Day } from '@hemicycle/kernel';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { type Somebody, useEverybody } from '../members/everybody.js';
import { PERMITTED, WhenPermitted } from '../parts/action.js';
import { ActForm, Pick } from '../parts/form.js';
import { useFresh } from '../parts/fresh.js';
import { NAME_TRUSTEES } from './acts.js';
import { CEREMONY, CeremonyShown } from './ceremony.js';

const CEREMONY_DESK = graphql(
  `
    query CeremonyDesk($id: ID!) {
      meeting(id: $id) {
        id
        keyCeremony {
          ...CeremonyShown
        }
        permitted {
          ...Permitted
        }
        elections {
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
      }
      secretariat {
        members {
          person {
            id
            name
          }
          body {
            name
          }
        }
      }
    }
  `,
  [CEREMONY, PERMITTED],
);
type Answer = ResultOf<typeof CEREMONY_DESK>;

/** Where the secretariat names the trustees of a meeting and follows what they give. */
export function CeremonyDesk({ meetingId, on }: { readonly meetingId: string; readonly on: Day }) {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: CEREMONY_DESK, variables: { id: meetingId } });
  const ceremony = answer.data?.meeting?.keyCeremony ?? null;
  useFresh(meetingId, again, ceremony !== null && ceremony.completedAt === null);
  return (
    <Loaded answer={answer} again={again}>
      {(data) => {
        if (data.meeting === null) return null;
        const label = t(ceremony === null ? 'sealed.desk.name' : 'sealed.desk.replace');
        const naming = (
          <WhenPermitted permitted={data.meeting.permitted} action="nameTrustees" label={label}>
            <Naming meetingId={meetingId} on={on} answer={data} label={label} />
          </WhenPermitted>
        );
        return (
          <Section title={t('sealed.desk.ceremony')}>
            <Paragraph>{t('sealed.desk.text')}</Paragraph>
            {ceremony === null ? (
              naming
            ) : (
              <>
                <CeremonyShown ceremony={ceremony} />
                <Details>
                  <Details.Summary>{label}</Details.Summary>
                  <Details.Content>
                    <div className="stack">
                      <Paragraph>{t('sealed.desk.replaceText')}</Paragraph>
                      {naming}
                    </div>
                  </Details.Content>
                </Details>
              </>
            )}
          </Section>
        );
      }}
    </Loaded>
  );
}

function Naming({
  meetingId,
  on,
  answer: { meeting, secretariat },
  label,
}: {
  readonly meetingId: string;
  readonly on: Day;
  readonly answer: Answer;
  readonly label: string;
}) {
  const { t } = useTranslation();
  const [everybody, again] = useEverybody(on);
  // The charter refuses them; they need not be offered.
  const candidates = new Set(
    (meeting?.elections ?? [])
      .flatMap(({ candidacies }) => candidacies)
      .filter(({ withdrawnAt, lapsedAt }) => withdrawnAt === null && lapsedAt === null)
      .map(({ member }) => member.person.id),
  );
  const option = ({ id, name }: { id: string; name: string }, of: string) => ({
    value: id,
    label: `${name} (${of})`,
  });
  const ofCollege = (members: readonly Somebody[], college: College) =>
    members
      .filter((member) => member.college === college)
      .flatMap(({ person, alternate, organisation }) =>
        [person, alternate]
          .filter((one) => one !== null)
          .filter(({ id }) => !candidates.has(id))
          .map((one) => option(one, organisation.name)),
      );
  const ofHost = secretariat.members
    .filter(({ person }) => !candidates.has(person.id))
    .map(({ person, body }) => option(person, body.name));
  return (
    <Loaded answer={everybody} again={again}>
      {(members) => (
        <ActForm
          document={NAME_TRUSTEES}
          variables={(typed) => ({
            input: {
              meetingId,
              governmentId: typed('governmentId'),
              civilSocietyId: typed('civilSocietyId'),
              hostId: typed('hostId'),
            },
          })}
          submit={label}
          done={t('sealed.desk.named')}
        >
          <Pick
            name="governmentId"
            label={t('sealed.desk.government')}
            options={ofCollege(members, 'GOVERNMENT')}
          />
          <Pick
            name="civilSocietyId"
            label={t('sealed.desk.civilSociety')}
            options={ofCollege(members, 'CIVIL_SOCIETY')}
          />
          <Pick name="hostId" label={t('sealed.desk.host')} options={ofHost} />
        </ActForm>
      )}
    </Loaded>
  );
}
