import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Mandates1767225600006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mandate (
        id uuid NOT NULL,
        member_id uuid NOT NULL,
        office text NOT NULL,
        college text NOT NULL,
        seat integer NOT NULL,
        from_on date NOT NULL,
        term_until_on date NOT NULL,
        ended_on date,
        end_reason text,
        election_id uuid NOT NULL,
        CONSTRAINT mandate_key PRIMARY KEY (id),
        CONSTRAINT mandate_holder FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT mandate_office CHECK (office IN ('CO_CHAIR', 'COMMITTEE_MEMBER')),
        CONSTRAINT mandate_college CHECK (college IN ('GOVERNMENT', 'CIVIL_SOCIETY')),
        CONSTRAINT mandate_end_reason CHECK (end_reason IN ('SUCCEEDED', 'RESIGNED', 'LEFT_ORGANISATION', 'ORGANISATION_LEFT', 'CHANGED_COLLEGE', 'DIED', 'REMOVED', 'ELECTED_TO_ANOTHER_SEAT')),
        CONSTRAINT mandate_end_has_reason CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
        CONSTRAINT mandate_days_in_order CHECK (term_until_on >= from_on AND ended_on >= from_on - 1),
        CONSTRAINT mandate_two_years_at_most CHECK (term_until_on <= from_on + interval '2 years'),
        CONSTRAINT mandate_never_lengthened CHECK (ended_on <= term_until_on),
        CONSTRAINT mandate_seat CHECK (seat >= 1 AND (office <> 'CO_CHAIR' OR seat = 1)),
        CONSTRAINT mandate_one_holder_a_seat EXCLUDE USING gist
          (office WITH =, college WITH =, seat WITH =,
           daterange(from_on, coalesce(ended_on, term_until_on) + 1, '[)') WITH &&),
        CONSTRAINT mandate_one_seat_a_member EXCLUDE USING gist
          (member_id WITH =, daterange(from_on, coalesce(ended_on, term_until_on) + 1, '[)') WITH &&)
      )`);
    await runner.query(`CREATE INDEX mandate_by_member ON mandate (member_id)`);
    await runner.query(`GRANT SELECT, INSERT ON mandate TO hemicycle_app`);
    // A mandate ends; whose it is, since when and until when at most, no act changes (charter C3-TERM).
    await runner.query(`GRANT UPDATE (ended_on, end_reason) ON mandate TO hemicycle_app`);
    await runner.query(`
      CREATE TABLE acting_end (
        mandate_id uuid NOT NULL,
        last_on date NOT NULL,
        reason text,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT acting_end_key PRIMARY KEY (mandate_id),
        CONSTRAINT acting_end_of FOREIGN KEY (mandate_id) REFERENCES mandate (id),
        CONSTRAINT acting_end_recorded_by FOREIGN KEY (recorded_by_id) REFERENCES person (id),
        CONSTRAINT acting_end_reason_not_blank CHECK (reason <> '')
      )`);
    await runner.query(`GRANT SELECT, INSERT ON acting_end TO hemicycle_app`);
    // What a holder declared of herself for parity (charter PARITY): no day, and nothing once the seat is left.
    await runner.query(`
      CREATE TABLE parity_declaration (
        mandate_id uuid NOT NULL,
        gender text NOT NULL,
        CONSTRAINT parity_declaration_key PRIMARY KEY (mandate_id),
        CONSTRAINT parity_declaration_for FOREIGN KEY (mandate_id) REFERENCES mandate (id),
        CONSTRAINT parity_declaration_gender CHECK (gender IN ('WOMAN', 'MAN', 'NEITHER'))
      )`);
    await runner.query(`GRANT SELECT, INSERT, DELETE ON parity_declaration TO hemicycle_app`);
    await runner.query(`
      CREATE TABLE facilitator_mandate (
        id uuid NOT NULL,
        member_id uuid NOT NULL,
        group_id uuid NOT NULL,
        college text NOT NULL,
        seat integer NOT NULL,
        from_on date NOT NULL,
        ended_on date,
        end_reason text,
        decision_id uuid NOT NULL,
        CONSTRAINT facilitator_mandate_key PRIMARY KEY (id),
        CONSTRAINT facilitator_mandate_holder FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT facilitator_mandate_college CHECK (college IN ('GOVERNMENT', 'CIVIL_SOCIETY')),
        CONSTRAINT facilitator_mandate_seat CHECK (seat >= 1),
        CONSTRAINT facilitator_mandate_end_reason CHECK (end_reason IN ('REPLACED', 'RESIGNED', 'LEFT_ORGANISATION', 'ORGANISATION_LEFT', 'CHANGED_COLLEGE', 'DIED', 'GROUP_CLOSED')),
        CONSTRAINT facilitator_mandate_end_has_reason CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
        CONSTRAINT facilitator_mandate_days_in_order CHECK (ended_on >= from_on - 1),
        CONSTRAINT facilitator_mandate_one_holder_a_seat EXCLUDE USING gist
          (group_id WITH =, college WITH =, seat WITH =, daterange(from_on, ended_on + 1, '[)') WITH &&),
        CONSTRAINT facilitator_mandate_one_a_member EXCLUDE USING gist
          (group_id WITH =, member_id WITH =, daterange(from_on, ended_on + 1, '[)') WITH &&)
      )`);
    await runner.query(`CREATE INDEX facilitator_mandate_by_member ON facilitator_mandate (member_id)`);
    await runner.query(`GRANT SELECT, INSERT ON facilitator_mandate TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (ended_on, end_reason) ON facilitator_mandate TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE facilitator_mandate`);
    await runner.query(`DROP TABLE parity_declaration`);
    await runner.query(`DROP TABLE acting_end`);
    await runner.query(`DROP TABLE mandate`);
  }
}
