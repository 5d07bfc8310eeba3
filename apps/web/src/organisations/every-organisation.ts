import type { College } from '@hemicycle/kernel';
import { graphql } from '../graphql/graphql.js';
import { useEvery } from '../parts/pages.js';

const ORGANISATIONS = graphql(`
  query OrganisationsToChoose($college: College!, $after: String) {
    organisations(college: $college, first: 100, after: $after) {
      nodes {
        id
        name
        leftOn
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Every organisation of a college, those that left included, for whoever has to name one: as `useEvery` gives them. */
export const useEveryOrganisation = (college: College) =>
  useEvery({ document: ORGANISATIONS, variables: { college }, of: ({ organisations }) => organisations });
