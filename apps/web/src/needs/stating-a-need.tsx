import { useTranslation } from 'react-i18next';
import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';
import { ActForm, TextInput } from '../parts/form.js';

const STATE_NEED = graphql(
  `
    mutation StateNeed($input: StateNeedInput!) {
      result: stateNeed(input: $input) {
        __typename
        ... on Need {
          id
          workingGroup {
            id
            needs {
              id
            }
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/** What is lacking, in both languages: by whom the charter lets state it, for a working group or the founding one. */
export function StatingANeed({ groupId = null }: { readonly groupId?: string | null }) {
  const { t } = useTranslation();
  return (
    <ActForm
      document={STATE_NEED}
      variables={(typed) => ({
        input: { groupId, statementFr: typed('statementFr'), statementEn: typed('statementEn') },
      })}
      submit={t('desk.member.stateNeed')}
      done={t('desk.member.needStated')}
    >
      <TextInput name="statementFr" label={t('desk.member.needFr')} lines={3} required maxLength={2000} />
      <TextInput name="statementEn" label={t('desk.member.needEn')} lines={3} required maxLength={2000} />
    </ActForm>
  );
}
