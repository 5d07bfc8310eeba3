import type { Language } from '@hemicycle/kernel';
import { createContext, useContext } from 'react';
import { graphql, type ResultOf } from '../graphql/graphql.js';

/** What every page shows or rests on. */
export const FORUM = graphql(`
  query Forum {
    forum {
      name
      host
      partnership
      notice
      demonstration
      timeZone
      today
      today
    }
    me {
      email
      language
      roles
      person {
        id
        name
      }
    }
  }
`);

export type Me = NonNullable<ResultOf<typeof FORUM>['me']>;
export type Role = Me['roles'][number];

interface Here {
  readonly forum: ResultOf<typeof FORUM>['forum'];
  /** Null: nobody is signed in. */
  readonly me: Me | null;
  readonly language: Language;
}

const HereContext = createContext<Here | null>(null);
export const HereProvider = HereContext.Provider;

/** The forum, the person who reads, and her language. */
export function useHere(): Here {
  const here = useContext(HereContext);
  if (here === null) throw new Error('There is no frame around this page.');
  return here;
}
