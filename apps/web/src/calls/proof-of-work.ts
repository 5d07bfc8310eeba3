import type { Client } from '@urql/core';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { graphql } from '../graphql/graphql.js';

const CHALLENGE = graphql(`
  query ApplicationChallenge($callId: ID!) {
    applicationChallenge(callId: $callId) {
      challenge
    }
  }
`);

const EVENT_CHALLENGE = graphql(`
  query EventChallenge($eventId: ID!) {
    eventChallenge(eventId: $eventId) {
      challenge
    }
  }
`);

const SECRETARIAT_CHALLENGE = graphql(`
  query SecretariatChallenge {
    secretariatChallenge {
      challenge
    }
  }
`);

/**
 * Asks for the work that stands between the form and automatic senders, and does it: some seconds, in this browser,
 * with nobody else involved. Empty when it could not be had: the API then says what is missing.
 */
export async function proofOfWork(client: Client, callId: string): Promise<string> {
  const { data } = await client.query(CHALLENGE, { callId }, { requestPolicy: 'network-only' }).toPromise();
  return data === undefined ? '' : solved(data.applicationChallenge.challenge);
}

/** {@link proofOfWork} for the registration at an event. */
export async function eventProofOfWork(client: Client, eventId: string): Promise<string> {
  const { data } = await client
    .query(EVENT_CHALLENGE, { eventId }, { requestPolicy: 'network-only' })
    .toPromise();
  return data === undefined ? '' : solved(data.eventChallenge.challenge);
}

/** {@link proofOfWork} for a message to the secretariat. */
export async function secretariatProofOfWork(client: Client): Promise<string> {
  const { data } = await client
    .query(SECRETARIAT_CHALLENGE, {}, { requestPolicy: 'network-only' })
    .toPromise();
  return data === undefined ? '' : solved(data.secretariatChallenge.challenge);
}

async function solved(given: string): Promise<string> {
  const challenge = JSON.parse(given) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}
