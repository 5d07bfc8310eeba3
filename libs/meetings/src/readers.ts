import type { Actor, Role } from '@hemicycle/kernel';

const DRAFTERS: readonly Role[] = ['SECRETARIAT', 'FOUNDING_GROUP', 'COMMITTEE_MEMBER', 'CO_CHAIR'];
const PARTICIPANTS: readonly Role[] = ['SECRETARIAT', 'FOUNDING_GROUP', 'MEMBER', 'ALTERNATE'];

/** Who sees an agenda before it is published by what they are: those who draft it and those who agree to it (charter C3-AGENDA). */
export const seesDrafts = ({ roles }: Actor): boolean => DRAFTERS.some((role) => roles.has(role));

/** Who sees what is for those who take part: the online link, the attendance as it is recorded. */
export const seesSessions = ({ roles }: Actor): boolean => PARTICIPANTS.some((role) => roles.has(role));
