import type { Actor, Role } from '@hemicycle/kernel';

const DRAFTERS: readonly Role[] = ['SECRETARIAT', 'FOUNDING_GROUP', 'COMMITTEE_MEMBER', 'CO_CHAIR'];
const PARTICIPANTS: readonly Role[] = ['SECRETARIAT', 'FOUNDING_GROUP', 'MEMBER', 'ALTERNATE'];

/** Who sees an agenda before it is published by what they are: those who draft it and those who agree to it (charter C3-AGENDA). */
export const seesDrafts = ({ roles }: Actor): boolean => DRAFTERS.some((role) => roles.has(role));

/** Who sees what is for the forum’s own people, of whichever body: drafts of working groups, papers for members, requests under way. */
export const seesSessions = ({ roles }: Actor): boolean => PARTICIPANTS.some((role) => roles.has(role));
