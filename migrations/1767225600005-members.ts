import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Members1767225600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);
    await runner.query(`
      CREATE TABLE organisation (
        id uuid NOT NULL,
        college text NOT NULL,
        registered_on date NOT NULL,
        left_on date,
        succeeded_by_id uuid,
        succeeded_on date,
        CONSTRAINT organisation_key PRIMARY KEY (id),
        CONSTRAINT organisation_succeeded_by FOREIGN KEY (succeeded_by_id) REFERENCES organisation (id),
        CONSTRAINT organisation_college CHECK (college IN ('GOVERNMENT', 'CIVIL_SOCIETY')),
        CONSTRAINT organisation_succession_dated CHECK ((succeeded_by_id IS NULL) = (succeeded_on IS NULL)),
        CONSTRAINT organisation_not_its_own_successor CHECK (succeeded_by_id <> id)
      )`);
    await runner.query(`
      CREATE TABLE organisation_name (
        id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        from_on date NOT NULL,
        name_fr text NOT NULL,
        name_en text NOT NULL,
        CONSTRAINT organisation_name_key PRIMARY KEY (id),
        CONSTRAINT organisation_name_of FOREIGN KEY (organisation_id) REFERENCES organisation (id),
        CONSTRAINT organisation_name_one_a_day UNIQUE (organisation_id, from_on)
      )`);
    await runner.query(`
      CREATE TABLE need (
        id uuid NOT NULL,
        statement_fr text NOT NULL,
        statement_en text NOT NULL,
        group_id uuid,
        stated_by_id uuid NOT NULL,
        stated_on date NOT NULL,
        CONSTRAINT need_key PRIMARY KEY (id),
        CONSTRAINT need_stated_by FOREIGN KEY (stated_by_id) REFERENCES person (id)
      )`);
    await runner.query(`
      CREATE TABLE member (
        id uuid NOT NULL,
        number integer NOT NULL,
        person_id uuid NOT NULL,
        college text NOT NULL,
        route text NOT NULL,
        need_id uuid,
        from_on date NOT NULL,
        until_on date,
        end_reason text,
        CONSTRAINT member_key PRIMARY KEY (id),
        CONSTRAINT member_number_once UNIQUE (number),
        CONSTRAINT member_person FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT member_need FOREIGN KEY (need_id) REFERENCES need (id),
        CONSTRAINT member_college CHECK (college IN ('GOVERNMENT', 'CIVIL_SOCIETY')),
        CONSTRAINT member_route CHECK (route IN ('CALL', 'DIRECT_APPOINTMENT', 'CONVENED')),
        CONSTRAINT member_route_of_college CHECK ((college = 'GOVERNMENT') = (route = 'CONVENED')),
        CONSTRAINT member_appointed_for_a_need CHECK ((route = 'DIRECT_APPOINTMENT') = (need_id IS NOT NULL)),
        CONSTRAINT member_days_in_order CHECK (until_on >= from_on),
        CONSTRAINT member_end_has_reason CHECK ((until_on IS NULL) = (end_reason IS NULL)),
        CONSTRAINT member_one_seat_a_person
          EXCLUDE USING gist (person_id WITH =, daterange(from_on, until_on, '[]') WITH &&)
      )`);
    await runner.query(`
      CREATE TABLE member_affiliation (
        id uuid NOT NULL,
        member_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        from_on date NOT NULL,
        CONSTRAINT member_affiliation_key PRIMARY KEY (id),
        CONSTRAINT member_affiliation_of FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT member_affiliation_with FOREIGN KEY (organisation_id) REFERENCES organisation (id),
        CONSTRAINT member_affiliation_one_a_day UNIQUE (member_id, from_on)
      )`);
    await runner.query(
      `CREATE INDEX member_affiliation_by_organisation ON member_affiliation (organisation_id)`,
    );
    await runner.query(`
      CREATE TABLE alternate (
        id uuid NOT NULL,
        member_id uuid NOT NULL,
        person_id uuid NOT NULL,
        from_on date NOT NULL,
        until_on date,
        CONSTRAINT alternate_key PRIMARY KEY (id),
        CONSTRAINT alternate_of FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT alternate_person FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT alternate_days_in_order CHECK (until_on >= from_on),
        CONSTRAINT alternate_one_a_seat
          EXCLUDE USING gist (member_id WITH =, daterange(from_on, until_on, '[]') WITH &&),
        CONSTRAINT alternate_one_seat_a_person
          EXCLUDE USING gist (person_id WITH =, daterange(from_on, until_on, '[]') WITH &&)
      )`);
    await runner.query(`
      CREATE TABLE correspondent (
        id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        person_id uuid NOT NULL,
        from_on date NOT NULL,
        until_on date,
        CONSTRAINT correspondent_key PRIMARY KEY (id),
        CONSTRAINT correspondent_for FOREIGN KEY (organisation_id) REFERENCES organisation (id),
        CONSTRAINT correspondent_person FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT correspondent_days_in_order CHECK (until_on >= from_on),
        CONSTRAINT correspondent_named_once EXCLUDE USING gist
          (organisation_id WITH =, person_id WITH =, daterange(from_on, until_on, '[]') WITH &&)
      )`);
    await runner.query(`CREATE INDEX correspondent_by_person ON correspondent (person_id)`);
    await runner.query(`
      CREATE TABLE call_for_applications (
        id uuid NOT NULL,
        title_fr text NOT NULL,
        title_en text NOT NULL,
        criteria_fr text NOT NULL,
        criteria_en text NOT NULL,
        opens_on date NOT NULL,
        closes_on date NOT NULL,
        state text NOT NULL,
        drafted_by_id uuid NOT NULL,
        drafted_at timestamp(3) with time zone NOT NULL,
        opened_at timestamp(3) with time zone,
        closes_at timestamp(3) with time zone,
        closed_at timestamp(3) with time zone,
        closed_on date,
        decided_at timestamp(3) with time zone,
        CONSTRAINT call_for_applications_key PRIMARY KEY (id),
        CONSTRAINT call_for_applications_drafted_by FOREIGN KEY (drafted_by_id) REFERENCES person (id),
        CONSTRAINT call_for_applications_state CHECK (state IN ('DRAFT', 'OPEN', 'CLOSED', 'DECIDED')),
        CONSTRAINT call_for_applications_days_in_order CHECK (closes_on >= opens_on),
        CONSTRAINT call_for_applications_opened
          CHECK ((state = 'DRAFT') = (opened_at IS NULL) AND (opened_at IS NULL) = (closes_at IS NULL)),
        CONSTRAINT call_for_applications_closed CHECK ((closed_at IS NULL) = (closed_on IS NULL)),
        CONSTRAINT call_for_applications_decided CHECK ((state = 'DECIDED') = (decided_at IS NOT NULL))
      )`);
    await runner.query(`
      CREATE TABLE application (
        id uuid NOT NULL,
        call_id uuid NOT NULL,
        name text,
        email text,
        language text NOT NULL,
        organisation_name text,
        motivation text,
        state text NOT NULL,
        submitted_at timestamp(3) with time zone NOT NULL,
        withdrawn_at timestamp(3) with time zone,
        decided_at timestamp(3) with time zone,
        decided_by_id uuid,
        reasons_fr text,
        reasons_en text,
        erased_at timestamp(3) with time zone,
        member_id uuid,
        CONSTRAINT application_key PRIMARY KEY (id),
        CONSTRAINT application_to FOREIGN KEY (call_id) REFERENCES call_for_applications (id),
        CONSTRAINT application_decided_by FOREIGN KEY (decided_by_id) REFERENCES person (id),
        CONSTRAINT application_member FOREIGN KEY (member_id) REFERENCES member (id),
        CONSTRAINT application_one_an_address UNIQUE (call_id, email),
        CONSTRAINT application_one_a_member UNIQUE (member_id),
        CONSTRAINT application_email_lowercase CHECK (email = lower(email)),
        CONSTRAINT application_language CHECK (language IN ('fr', 'en')),
        CONSTRAINT application_state CHECK (state IN ('SUBMITTED', 'ADMITTED', 'DECLINED', 'WITHDRAWN')),
        CONSTRAINT application_withdrawal_dated CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
        CONSTRAINT application_erased_whole CHECK (
          num_nulls(name, email, organisation_name, motivation) =
            CASE WHEN state = 'WITHDRAWN' OR erased_at IS NOT NULL THEN 4 ELSE 0 END
        ),
        CONSTRAINT application_erased_once_decided CHECK (erased_at IS NULL OR state IN ('ADMITTED', 'DECLINED')),
        CONSTRAINT application_decided_with_reasons CHECK (
          CASE WHEN state IN ('ADMITTED', 'DECLINED')
            THEN num_nulls(decided_at, decided_by_id) = 0
              AND (num_nonnulls(reasons_fr, reasons_en) > 0) = (state = 'ADMITTED' OR erased_at IS NULL)
            ELSE num_nonnulls(decided_at, decided_by_id, reasons_fr, reasons_en) = 0
          END
        ),
        CONSTRAINT application_admits CHECK ((state = 'ADMITTED') = (member_id IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX application_in_order ON application (call_id, submitted_at, id)`);
    await runner.query(`
      CREATE TABLE spent_challenge (
        nonce text NOT NULL,
        caller_hash text NOT NULL,
        address_hash text NOT NULL,
        spent_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT spent_challenge_key PRIMARY KEY (nonce)
      )`);
    await runner.query(`CREATE INDEX spent_challenge_by_caller ON spent_challenge (caller_hash)`);
    await runner.query(
      `GRANT SELECT, INSERT ON need, member_affiliation, organisation, organisation_name, member, alternate,
         correspondent, call_for_applications, application TO hemicycle_app`,
    );
    // Only what has a next state changes: whose seat it is, since when and by which way stays as it was written.
    await runner.query(
      `GRANT UPDATE (left_on, succeeded_by_id, succeeded_on) ON organisation TO hemicycle_app`,
    );
    await runner.query(`GRANT UPDATE (name_fr, name_en) ON organisation_name TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (until_on, end_reason) ON member TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (until_on) ON alternate, correspondent TO hemicycle_app`);
    await runner.query(`
      GRANT UPDATE (state, opens_on, opened_at, closes_at, closed_at, closed_on, decided_at)
      ON call_for_applications TO hemicycle_app`);
    await runner.query(`
      GRANT UPDATE (state, name, email, organisation_name, motivation, withdrawn_at, decided_at, decided_by_id,
        reasons_fr, reasons_en, erased_at, member_id)
      ON application TO hemicycle_app`);
    // A challenge that is over could not be used again anyway: who asked is forgotten with it. To lock the row, the
    // right to change something of it is needed.
    await runner.query(`GRANT SELECT, INSERT, DELETE ON spent_challenge TO hemicycle_app`);
    await runner.query(`GRANT UPDATE (spent_at) ON spent_challenge TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE spent_challenge, application, call_for_applications`);
    await runner.query(
      `DROP TABLE correspondent, alternate, member_affiliation, member, need, organisation_name, organisation`,
    );
  }
}
