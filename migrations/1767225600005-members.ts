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
    await runner.query(
      `GRANT SELECT, INSERT ON need, organisation_name, member_affiliation TO hemicycle_app`,
    );
    await runner.query(
      `GRANT SELECT, INSERT, UPDATE ON organisation, member, alternate, correspondent TO hemicycle_app`,
    );
    // Taking the lock of `OrganisationsRepository.lockNames` asks for more than inserting does.
    await runner.query(`GRANT UPDATE ON organisation_name TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE correspondent, alternate, member_affiliation, member, need, organisation_name, organisation`,
    );
  }
}
