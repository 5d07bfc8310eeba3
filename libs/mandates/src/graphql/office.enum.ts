import { enumOf } from '@hemicycle/graphql';
import { OFFICES } from '../mandate.entity.js';

export const OfficeEnum = enumOf(
  'Office',
  OFFICES,
  'What a mandate, and the election that gives it, is for.',
  {
    CO_CHAIR: 'One of the two co-chairs, one of each college.',
    COMMITTEE_MEMBER: 'One of the four other members of the management committee.',
  },
);
