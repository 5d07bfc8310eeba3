import type { StoryOrganisation } from './organisations.js';

/** An invented person, named by what she does and for whom: nobody real is meant. */
export interface StoryPerson {
  readonly name: string;
  readonly email: string;
  readonly language: 'FR' | 'EN';
}

const person = (name: string, email: string): StoryPerson => ({ name, email, language: 'FR' });

/** Addresses of `.example`, which exist nowhere. */
export const memberFor = ({ called, slug }: StoryOrganisation): StoryPerson =>
  person(`Membre pour ${called}`, `membre@${slug}.example`);

export const alternateFor = ({ called, slug }: StoryOrganisation): StoryPerson =>
  person(`Suppléance pour ${called}`, `suppleance@${slug}.example`);

export const correspondentFor = ({ called, slug }: StoryOrganisation): StoryPerson =>
  person(`Correspondance PGO pour ${called}`, `correspondance-pgo@${slug}.example`);

export const secretaryAt = (body: string, slug: string): StoryPerson =>
  person(`Secrétariat du forum, ${body}`, `secretariat@${slug}.example`);

/** Holds a share of each key for the forum’s host, and runs no poll. */
export const hostTrustee = person('Porteur de clé pour le CESE', 'porteur-de-cle@cese.example');
