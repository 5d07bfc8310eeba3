import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SealedPolls1767225600010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE key_ceremony (
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        number integer NOT NULL,
        named_by_id uuid NOT NULL,
        named_at timestamp(3) with time zone NOT NULL,
        trustees_file text,
        completed_at timestamp(3) with time zone,
        CONSTRAINT key_ceremony_key PRIMARY KEY (id),
        CONSTRAINT key_ceremony_of FOREIGN KEY (meeting_id) REFERENCES meeting (id),
        CONSTRAINT key_ceremony_named_by FOREIGN KEY (named_by_id) REFERENCES person (id),
        CONSTRAINT key_ceremony_number_once UNIQUE (meeting_id, number),
        CONSTRAINT key_ceremony_numbered_from_one CHECK (number >= 1),
        CONSTRAINT key_ceremony_complete_with_its_file CHECK ((completed_at IS NULL) = (trustees_file IS NULL))
      )`);
    await runner.query(`
      CREATE TABLE trustee (
        ceremony_id uuid NOT NULL,
        number integer NOT NULL,
        capacity text NOT NULL,
        person_id uuid NOT NULL,
        CONSTRAINT trustee_key PRIMARY KEY (ceremony_id, number),
        CONSTRAINT trustee_in FOREIGN KEY (ceremony_id) REFERENCES key_ceremony (id),
        CONSTRAINT trustee_person FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT trustee_one_a_capacity UNIQUE (ceremony_id, capacity),
        CONSTRAINT trustee_three_people UNIQUE (ceremony_id, person_id),
        CONSTRAINT trustee_capacity CHECK (capacity IN ('GOVERNMENT', 'CIVIL_SOCIETY', 'HOST')),
        CONSTRAINT trustee_numbered_to_three CHECK (number BETWEEN 1 AND 3)
      )`);
    await runner.query(`
      CREATE TABLE trustee_part (
        ceremony_id uuid NOT NULL,
        number integer NOT NULL,
        step text NOT NULL,
        part text NOT NULL,
        given_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT trustee_part_key PRIMARY KEY (ceremony_id, number, step),
        CONSTRAINT trustee_part_by FOREIGN KEY (ceremony_id, number) REFERENCES trustee (ceremony_id, number),
        CONSTRAINT trustee_part_step CHECK (step IN ('CERTIFICATE', 'SHARES', 'KEY'))
      )`);
    await runner.query(`
      CREATE TABLE sealed_poll (
        round_id uuid NOT NULL,
        ceremony_id uuid NOT NULL,
        uuid text NOT NULL,
        election_file text NOT NULL,
        credentials_file text NOT NULL,
        issued_apart boolean NOT NULL,
        voter_key text,
        booth_hash text NOT NULL,
        verifier text NOT NULL,
        CONSTRAINT sealed_poll_key PRIMARY KEY (round_id),
        CONSTRAINT sealed_poll_of FOREIGN KEY (round_id) REFERENCES election_round (id),
        CONSTRAINT sealed_poll_sealed_by FOREIGN KEY (ceremony_id) REFERENCES key_ceremony (id),
        CONSTRAINT sealed_poll_uuid_once UNIQUE (uuid),
        CONSTRAINT sealed_poll_booth_hash CHECK (booth_hash ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query(`
      CREATE TABLE sealed_ballot (
        round_id uuid NOT NULL,
        tracker text NOT NULL,
        credential text NOT NULL,
        number integer NOT NULL,
        ballot text NOT NULL,
        CONSTRAINT sealed_ballot_key PRIMARY KEY (round_id, tracker),
        CONSTRAINT sealed_ballot_in FOREIGN KEY (round_id) REFERENCES sealed_poll (round_id),
        CONSTRAINT sealed_ballot_number_once UNIQUE (round_id, credential, number),
        CONSTRAINT sealed_ballot_numbered_from_one CHECK (number >= 1)
      )`);
    await runner.query(`
      CREATE TABLE register_signature (
        round_id uuid NOT NULL,
        member_id uuid NOT NULL,
        mark text NOT NULL,
        CONSTRAINT register_signature_key PRIMARY KEY (round_id, member_id),
        CONSTRAINT register_signature_of FOREIGN KEY (round_id, member_id)
          REFERENCES vote_holder (round_id, member_id),
        CONSTRAINT register_signature_one_seat_a_mark UNIQUE (round_id, mark)
      )`);
    await runner.query(`
      CREATE TABLE sealed_box (
        round_id uuid NOT NULL,
        archive bytea NOT NULL,
        digest text NOT NULL,
        tally text NOT NULL,
        ballots integer NOT NULL,
        CONSTRAINT sealed_box_key PRIMARY KEY (round_id),
        CONSTRAINT sealed_box_of FOREIGN KEY (round_id) REFERENCES sealed_poll (round_id)
      )`);
    await runner.query(`
      CREATE TABLE partial_decryption (
        round_id uuid NOT NULL,
        number integer NOT NULL,
        decryption text NOT NULL,
        bound_proofs text NOT NULL,
        given_by_id uuid NOT NULL,
        given_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT partial_decryption_key PRIMARY KEY (round_id, number),
        CONSTRAINT partial_decryption_of FOREIGN KEY (round_id) REFERENCES sealed_box (round_id),
        CONSTRAINT partial_decryption_by FOREIGN KEY (given_by_id) REFERENCES person (id),
        CONSTRAINT partial_decryption_numbered_to_three CHECK (number BETWEEN 1 AND 3)
      )`);
    await runner.query(`
      CREATE TABLE sealed_result (
        round_id uuid NOT NULL,
        archive bytea NOT NULL,
        side_file text NOT NULL,
        CONSTRAINT sealed_result_key PRIMARY KEY (round_id),
        CONSTRAINT sealed_result_of FOREIGN KEY (round_id) REFERENCES sealed_box (round_id)
      )`);
    await runner.query(`
      GRANT SELECT, INSERT ON key_ceremony, trustee, trustee_part, sealed_poll, sealed_ballot, register_signature,
        sealed_box, partial_decryption, sealed_result TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (trustees_file, completed_at) ON key_ceremony TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (voter_key) ON sealed_poll TO hemicycle_app`);
    for (const table of FROZEN) {
      await runner.query(`
        CREATE TRIGGER ${table}_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()`);
    }
    // The closing takes the ballots out and lays them again in another order: what is not back by then never left.
    await runner.query(`GRANT DELETE ON sealed_ballot TO hemicycle_app`);
    await runner.query(`
      CREATE TRIGGER sealed_ballot_is_append_only BEFORE UPDATE OR TRUNCATE ON sealed_ballot
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()`);
    await runner.query(`
      CREATE FUNCTION ballot_is_back() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM sealed_ballot b
                       WHERE (b.round_id, b.tracker, b.credential, b.number, b.ballot)
                           = (OLD.round_id, OLD.tracker, OLD.credential, OLD.number, OLD.ballot)) THEN
          RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER sealed_ballot_is_back AFTER DELETE ON sealed_ballot
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ballot_is_back()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sealed_result, partial_decryption, sealed_box, register_signature, sealed_ballot, sealed_poll,
        trustee_part, trustee, key_ceremony`);
    await runner.query(`DROP FUNCTION ballot_is_back()`);
  }
}

/** What is given, cast, closed or counted, nobody writes again, the tables' owner included. */
const FROZEN = [
  'trustee',
  'trustee_part',
  'register_signature',
  'sealed_box',
  'partial_decryption',
  'sealed_result',
];
