import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Elections1767225600009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE election (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        office text NOT NULL,
        college text NOT NULL,
        state text NOT NULL,
        called_by_id uuid NOT NULL,
        called_at timestamp(3) with time zone NOT NULL,
        edition_number integer,
        method text,
        seats integer,
        nominations_opened_at timestamp(3) with time zone,
        secrecy_asked_at timestamp(3) with time zone,
        concluded_at timestamp(3) with time zone,
        concluded_by_id uuid,
        cancel_reason text,
        failure text,
        CONSTRAINT election_key PRIMARY KEY (id),
        CONSTRAINT election_at FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT election_called_by FOREIGN KEY (called_by_id) REFERENCES person (id),
        CONSTRAINT election_concluded_by FOREIGN KEY (concluded_by_id) REFERENCES person (id),
        CONSTRAINT election_office CHECK (office IN ('CO_CHAIR', 'COMMITTEE_MEMBER')),
        CONSTRAINT election_college CHECK (college IN ('GOVERNMENT', 'CIVIL_SOCIETY')),
        CONSTRAINT election_state CHECK (state IN
          ('DRAFT', 'NOMINATIONS', 'VOTING', 'CLOSED', 'COUNTED', 'PROCLAIMED', 'FAILED', 'ANNULLED', 'CANCELLED')),
        CONSTRAINT election_method CHECK (method IN ('MAJORITY_TWO_ROUNDS', 'BLOCK_VOTE')),
        CONSTRAINT election_edition_with_nominations
          CHECK (num_nonnulls(edition_number, method, seats, nominations_opened_at) IN (0, 4)),
        CONSTRAINT election_seats CHECK (seats >= 1 AND (office <> 'CO_CHAIR' OR seats = 1)),
        CONSTRAINT election_nominations_opened CHECK (CASE state
          WHEN 'DRAFT' THEN nominations_opened_at IS NULL
          WHEN 'CANCELLED' THEN true
          ELSE nominations_opened_at IS NOT NULL END),
        CONSTRAINT election_concluded CHECK (
          (state IN ('PROCLAIMED', 'FAILED', 'ANNULLED', 'CANCELLED')) = (concluded_at IS NOT NULL)
          AND (concluded_at IS NULL) = (concluded_by_id IS NULL)),
        CONSTRAINT election_cancelled_with_reason CHECK ((state = 'CANCELLED') = (cancel_reason IS NOT NULL)),
        CONSTRAINT election_failure_said CHECK ((state = 'FAILED') = (failure IS NOT NULL)),
        CONSTRAINT election_failure
          CHECK (failure IN ('NO_CANDIDATE', 'NO_VALID_VOTE', 'WINNER_LOST', 'NOT_SETTLED_IN_TIME'))
      )`);
    await runner.query(`CREATE INDEX election_of_meeting ON election (meeting_id)`);
    await runner.query(`
      CREATE UNIQUE INDEX election_one_under_way_a_seat ON election (office, college)
      WHERE state IN ('DRAFT', 'NOMINATIONS', 'VOTING', 'CLOSED', 'COUNTED')`);
    await runner.query(`
      CREATE TABLE candidacy (
        id uuid NOT NULL,
        election_id uuid NOT NULL,
        member_id uuid NOT NULL,
        statement text NOT NULL,
        declared_at timestamp(3) with time zone NOT NULL,
        withdrawn_at timestamp(3) with time zone,
        lapsed_at timestamp(3) with time zone,
        CONSTRAINT candidacy_key PRIMARY KEY (id),
        CONSTRAINT candidacy_ends_once CHECK (num_nonnulls(withdrawn_at, lapsed_at) <= 1),
        CONSTRAINT candidacy_in FOREIGN KEY (election_id) REFERENCES election (id),
        CONSTRAINT candidacy_of FOREIGN KEY (member_id) REFERENCES member (id)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX candidacy_one_standing_a_member ON candidacy (election_id, member_id)
      WHERE withdrawn_at IS NULL AND lapsed_at IS NULL`);
    await runner.query(`
      CREATE TABLE election_round (
        id uuid NOT NULL,
        election_id uuid NOT NULL,
        number integer NOT NULL,
        kind text NOT NULL,
        seats integer NOT NULL,
        ordered_by_id uuid NOT NULL,
        ordered_at timestamp(3) with time zone NOT NULL,
        opened_by_id uuid,
        opened_at timestamp(3) with time zone,
        closes_at timestamp(3) with time zone,
        closed_by_id uuid,
        closed_at timestamp(3) with time zone,
        CONSTRAINT election_round_key PRIMARY KEY (id),
        CONSTRAINT election_round_of FOREIGN KEY (election_id) REFERENCES election (id),
        CONSTRAINT election_round_ordered_by FOREIGN KEY (ordered_by_id) REFERENCES person (id),
        CONSTRAINT election_round_opened_by FOREIGN KEY (opened_by_id) REFERENCES person (id),
        CONSTRAINT election_round_closed_by FOREIGN KEY (closed_by_id) REFERENCES person (id),
        CONSTRAINT election_round_number_once UNIQUE (election_id, number),
        CONSTRAINT election_round_numbered_from_one CHECK (number >= 1),
        CONSTRAINT election_round_kind CHECK (kind IN ('FIRST', 'SECOND', 'BLOCK_VOTE', 'RUN_OFF')),
        CONSTRAINT election_round_seats CHECK (seats >= 1 AND (kind IN ('BLOCK_VOTE', 'RUN_OFF') OR seats = 1)),
        CONSTRAINT election_round_opening_by_somebody CHECK ((opened_at IS NULL) = (opened_by_id IS NULL)),
        CONSTRAINT election_round_closing_by_somebody CHECK ((closed_at IS NULL) = (closed_by_id IS NULL)),
        CONSTRAINT election_round_steps_in_order
          CHECK (opened_at >= ordered_at AND closed_at >= opened_at AND closes_at > opened_at),
        CONSTRAINT election_round_closed_after_opening CHECK (closed_at IS NULL OR opened_at IS NOT NULL)
      )`);
    await runner.query(`
      CREATE TABLE round_candidate (
        round_id uuid NOT NULL,
        candidacy_id uuid NOT NULL,
        position integer NOT NULL,
        CONSTRAINT round_candidate_key PRIMARY KEY (round_id, candidacy_id),
        CONSTRAINT round_candidate_in FOREIGN KEY (round_id) REFERENCES election_round (id),
        CONSTRAINT round_candidate_stands FOREIGN KEY (candidacy_id) REFERENCES candidacy (id),
        CONSTRAINT round_candidate_one_a_position UNIQUE (round_id, position),
        CONSTRAINT round_candidate_positions_from_one CHECK (position >= 1)
      )`);
    await runner.query(`
      CREATE TABLE register_entry (
        election_id uuid NOT NULL,
        member_id uuid NOT NULL,
        CONSTRAINT register_entry_key PRIMARY KEY (election_id, member_id),
        CONSTRAINT register_entry_of FOREIGN KEY (election_id) REFERENCES election (id),
        CONSTRAINT register_entry_member FOREIGN KEY (member_id) REFERENCES member (id)
      )`);
    await runner.query(`
      CREATE TABLE vote_holder (
        round_id uuid NOT NULL,
        member_id uuid NOT NULL,
        person_id uuid NOT NULL,
        CONSTRAINT vote_holder_key PRIMARY KEY (round_id, member_id),
        CONSTRAINT vote_holder_in FOREIGN KEY (round_id) REFERENCES election_round (id),
        CONSTRAINT vote_holder_seat FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT vote_holder_person FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT vote_holder_one_vote_a_person UNIQUE (round_id, person_id)
      )`);
    await runner.query(`
      CREATE TABLE recorded_ballot (
        round_id uuid NOT NULL,
        member_id uuid NOT NULL,
        number integer NOT NULL,
        cast_by_id uuid NOT NULL,
        cast_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT recorded_ballot_key PRIMARY KEY (round_id, member_id, number),
        CONSTRAINT recorded_ballot_of FOREIGN KEY (round_id, member_id)
          REFERENCES vote_holder (round_id, member_id),
        CONSTRAINT recorded_ballot_cast_by FOREIGN KEY (cast_by_id) REFERENCES person (id),
        CONSTRAINT recorded_ballot_numbered_from_one CHECK (number >= 1)
      )`);
    await runner.query(`
      CREATE TABLE recorded_choice (
        round_id uuid NOT NULL,
        member_id uuid NOT NULL,
        number integer NOT NULL,
        candidacy_id uuid NOT NULL,
        CONSTRAINT recorded_choice_key PRIMARY KEY (round_id, member_id, number, candidacy_id),
        CONSTRAINT recorded_choice_on FOREIGN KEY (round_id, member_id, number)
          REFERENCES recorded_ballot (round_id, member_id, number),
        CONSTRAINT recorded_choice_for FOREIGN KEY (round_id, candidacy_id)
          REFERENCES round_candidate (round_id, candidacy_id)
      )`);
    await runner.query(`
      CREATE TABLE election_count (
        round_id uuid NOT NULL,
        counted_by_id uuid NOT NULL,
        counted_at timestamp(3) with time zone NOT NULL,
        result jsonb NOT NULL,
        CONSTRAINT election_count_key PRIMARY KEY (round_id),
        CONSTRAINT election_count_of FOREIGN KEY (round_id) REFERENCES election_round (id),
        CONSTRAINT election_count_by FOREIGN KEY (counted_by_id) REFERENCES person (id)
      )`);
    await runner.query(`
      CREATE TABLE scrutineer (
        election_id uuid NOT NULL,
        college text NOT NULL,
        number integer NOT NULL,
        person_id uuid NOT NULL,
        named_by_id uuid NOT NULL,
        named_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT scrutineer_key PRIMARY KEY (election_id, college, number),
        CONSTRAINT scrutineer_of FOREIGN KEY (election_id) REFERENCES election (id),
        CONSTRAINT scrutineer_person FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT scrutineer_named_by FOREIGN KEY (named_by_id) REFERENCES person (id),
        CONSTRAINT scrutineer_college CHECK (college IN ('GOVERNMENT', 'CIVIL_SOCIETY')),
        CONSTRAINT scrutineer_numbered_from_one CHECK (number >= 1)
      )`);
    await runner.query(`
      CREATE TABLE lot_commitment (
        round_id uuid NOT NULL,
        college text NOT NULL,
        commitment text NOT NULL,
        committed_by_id uuid NOT NULL,
        committed_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT lot_commitment_key PRIMARY KEY (round_id, college),
        CONSTRAINT lot_commitment_for FOREIGN KEY (round_id) REFERENCES election_round (id),
        CONSTRAINT lot_commitment_by FOREIGN KEY (committed_by_id) REFERENCES person (id),
        CONSTRAINT lot_commitment_college CHECK (college IN ('GOVERNMENT', 'CIVIL_SOCIETY')),
        CONSTRAINT lot_commitment_form CHECK (commitment ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query(`
      CREATE TABLE lot_value (
        round_id uuid NOT NULL,
        college text NOT NULL,
        value text NOT NULL,
        rolled boolean NOT NULL,
        given_by_id uuid NOT NULL,
        given_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT lot_value_key PRIMARY KEY (round_id, college),
        CONSTRAINT lot_value_for FOREIGN KEY (round_id) REFERENCES election_round (id),
        CONSTRAINT lot_value_by FOREIGN KEY (given_by_id) REFERENCES person (id),
        CONSTRAINT lot_value_college CHECK (college IN ('GOVERNMENT', 'CIVIL_SOCIETY')),
        CONSTRAINT lot_value_form CHECK (value ~ '^[0-9a-f]{32}$')
      )`);
    await runner.query(`
      CREATE TABLE lot_draw (
        round_id uuid NOT NULL,
        drawn_by_id uuid NOT NULL,
        drawn_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT lot_draw_key PRIMARY KEY (round_id),
        CONSTRAINT lot_draw_for FOREIGN KEY (round_id) REFERENCES election_round (id),
        CONSTRAINT lot_draw_by FOREIGN KEY (drawn_by_id) REFERENCES person (id)
      )`);
    await runner.query(`
      CREATE TABLE proclamation (
        election_id uuid NOT NULL,
        candidacy_id uuid NOT NULL,
        mandate_id uuid NOT NULL,
        proclaimed_on date NOT NULL,
        CONSTRAINT proclamation_key PRIMARY KEY (election_id, candidacy_id),
        CONSTRAINT proclamation_of FOREIGN KEY (election_id) REFERENCES election (id),
        CONSTRAINT proclamation_elects FOREIGN KEY (candidacy_id) REFERENCES candidacy (id),
        CONSTRAINT proclamation_gives FOREIGN KEY (mandate_id) REFERENCES mandate (id),
        CONSTRAINT proclamation_one_a_mandate UNIQUE (mandate_id)
      )`);
    await runner.query(`
      GRANT SELECT, INSERT ON election, candidacy, election_round, round_candidate, register_entry, vote_holder,
        recorded_ballot, recorded_choice, election_count, scrutineer, lot_commitment, lot_value, lot_draw,
        proclamation TO hemicycle_app`);
    await runner.query(`
      GRANT UPDATE (state, edition_number, method, seats, nominations_opened_at, secrecy_asked_at, concluded_at,
        concluded_by_id, cancel_reason, failure)
      ON election TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (withdrawn_at, lapsed_at) ON candidacy TO hemicycle_app`);
    await runner.query(`
      GRANT UPDATE (opened_by_id, opened_at, closes_at, closed_by_id, closed_at) ON election_round TO hemicycle_app`);
    // PostgreSQL gives a row's lock only to whoever may update something of it: a seat's ballots follow each other
    // behind that lock. The trigger below refuses the update itself.
    await runner.query(`GRANT UPDATE (person_id) ON vote_holder TO hemicycle_app`);
    for (const table of FROZEN) {
      await runner.query(`
        CREATE TRIGGER ${table}_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE proclamation, lot_draw, lot_value, lot_commitment, scrutineer, election_count, recorded_choice, recorded_ballot, vote_holder, register_entry, round_candidate,
        election_round, candidacy, election`);
  }
}

/** What an opening, a cast, a count or a proclamation writes, nobody writes again, the tables' owner included. */
const FROZEN = [
  'round_candidate',
  'register_entry',
  'vote_holder',
  'recorded_ballot',
  'recorded_choice',
  'election_count',
  'scrutineer',
  'lot_commitment',
  'lot_value',
  'lot_draw',
  'proclamation',
];
