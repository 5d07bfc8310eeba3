import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Events1767225600021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE forum_event (
        id uuid NOT NULL,
        kind text NOT NULL,
        state text NOT NULL,
        title_fr text NOT NULL,
        title_en text NOT NULL,
        topics_fr text NOT NULL,
        topics_en text NOT NULL,
        starts_at timestamp(3) with time zone NOT NULL,
        ends_at timestamp(3) with time zone NOT NULL,
        place text,
        stream_link text,
        captioning boolean NOT NULL,
        sign_language boolean NOT NULL,
        step_free boolean NOT NULL,
        capacity integer,
        presents_results boolean NOT NULL,
        published_at timestamp(3) with time zone,
        cancel_reason text,
        version integer NOT NULL,
        changed_at timestamp(3) with time zone NOT NULL,
        drafted_by_id uuid NOT NULL,
        CONSTRAINT forum_event_key PRIMARY KEY (id),
        CONSTRAINT forum_event_drafted_by FOREIGN KEY (drafted_by_id) REFERENCES person (id),
        CONSTRAINT forum_event_kind CHECK (kind IN ('WORKSHOP', 'WEBINAR', 'OPEN_EVENING')),
        CONSTRAINT forum_event_state CHECK (state IN ('DRAFT', 'PUBLISHED', 'HELD', 'CANCELLED')),
        CONSTRAINT forum_event_lasts CHECK (ends_at > starts_at),
        CONSTRAINT forum_event_somewhere CHECK (num_nonnulls(place, stream_link) >= 1),
        CONSTRAINT forum_event_stream_is_sealed CHECK (stream_link LIKE 'https://%'),
        CONSTRAINT forum_event_capacity CHECK (capacity >= 1),
        CONSTRAINT forum_event_published CHECK (
          CASE state WHEN 'DRAFT' THEN published_at IS NULL WHEN 'CANCELLED' THEN true ELSE published_at IS NOT NULL END),
        CONSTRAINT forum_event_cancelled_with_reason CHECK ((state = 'CANCELLED') = (cancel_reason IS NOT NULL)),
        CONSTRAINT forum_event_versions_from_one CHECK (version >= 1)
      )`);
    await runner.query(`CREATE INDEX forum_event_by_start ON forum_event (starts_at, id)`);
    await runner.query(`GRANT SELECT, INSERT ON forum_event TO hemicycle_app`);
    await runner.query(`
      GRANT UPDATE (kind, state, title_fr, title_en, topics_fr, topics_en, starts_at, ends_at, place, stream_link, captioning,
                    sign_language, step_free, capacity, presents_results, published_at, cancel_reason, version, changed_at)
        ON forum_event TO hemicycle_app`);
    await runner.query(`
      CREATE TABLE event_move (
        event_id uuid NOT NULL,
        number integer NOT NULL,
        started_at timestamp(3) with time zone NOT NULL,
        ended_at timestamp(3) with time zone NOT NULL,
        reason text NOT NULL,
        moved_by_id uuid NOT NULL,
        moved_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT event_move_key PRIMARY KEY (event_id, number),
        CONSTRAINT event_move_of FOREIGN KEY (event_id) REFERENCES forum_event (id),
        CONSTRAINT event_move_by FOREIGN KEY (moved_by_id) REFERENCES person (id),
        CONSTRAINT event_moves_from_one CHECK (number >= 1),
        CONSTRAINT event_move_lasted CHECK (ended_at > started_at)
      )`);
    await runner.query(`
      CREATE TABLE event_results (
        event_id uuid NOT NULL,
        number integer NOT NULL,
        summary_fr text NOT NULL,
        summary_en text,
        document_titles text[] NOT NULL,
        document_links text[] NOT NULL,
        published_by_id uuid NOT NULL,
        published_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT event_results_key PRIMARY KEY (event_id, number),
        CONSTRAINT event_results_of FOREIGN KEY (event_id) REFERENCES forum_event (id),
        CONSTRAINT event_results_by FOREIGN KEY (published_by_id) REFERENCES person (id),
        CONSTRAINT event_results_from_one CHECK (number >= 1),
        CONSTRAINT event_results_documents CHECK (cardinality(document_titles) = cardinality(document_links))
      )`);
    await runner.query(`
      CREATE TABLE event_head_count (
        event_id uuid NOT NULL,
        number integer NOT NULL,
        government integer NOT NULL,
        civil_society integer NOT NULL,
        public integer NOT NULL,
        reason text,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT event_head_count_key PRIMARY KEY (event_id, number),
        CONSTRAINT event_head_count_of FOREIGN KEY (event_id) REFERENCES forum_event (id),
        CONSTRAINT event_head_count_by FOREIGN KEY (recorded_by_id) REFERENCES person (id),
        CONSTRAINT event_head_counts_from_one CHECK (number >= 1),
        CONSTRAINT event_head_count_corrected_with_reason CHECK ((number > 1) = (reason IS NOT NULL)),
        CONSTRAINT event_head_count_heads CHECK (least(government, civil_society, public) >= 0)
      )`);
    await runner.query(`
      CREATE FUNCTION event_is_counted() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM event_head_count WHERE event_id = NEW.id) THEN
          RAISE EXCEPTION 'event % is held, and nobody counted who came', NEW.id;
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER forum_event_held_is_counted AFTER INSERT OR UPDATE ON forum_event
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'HELD') EXECUTE FUNCTION event_is_counted()`);
    // What was said of dates, results and heads stays.
    await runner.query(
      `GRANT SELECT, INSERT ON event_move, event_results, event_head_count TO hemicycle_app`,
    );
    await runner.query(`
      CREATE TABLE event_place (
        id uuid NOT NULL,
        event_id uuid NOT NULL,
        state text NOT NULL,
        email text,
        person_id uuid,
        language text NOT NULL,
        number integer,
        requested_at timestamp(3) with time zone NOT NULL,
        confirmed_at timestamp(3) with time zone,
        reminded_at timestamp(3) with time zone,
        erased_at timestamp(3) with time zone,
        CONSTRAINT event_place_key PRIMARY KEY (id),
        CONSTRAINT event_place_at FOREIGN KEY (event_id) REFERENCES forum_event (id),
        CONSTRAINT event_place_of FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT event_place_one_an_address UNIQUE (event_id, email),
        CONSTRAINT event_place_one_a_person UNIQUE (event_id, person_id),
        CONSTRAINT event_place_numbered_once UNIQUE (event_id, number),
        CONSTRAINT event_place_email_lowercase CHECK (email = lower(email)),
        CONSTRAINT event_place_language CHECK (language IN ('fr', 'en')),
        CONSTRAINT event_place_state CHECK (state IN ('REQUESTED', 'WAITING', 'REGISTERED', 'CANCELLED')),
        CONSTRAINT event_place_number CHECK ((state = 'REGISTERED') = (number IS NOT NULL) AND number >= 1),
        CONSTRAINT event_place_confirmed CHECK (state NOT IN ('WAITING', 'REGISTERED') OR confirmed_at IS NOT NULL),
        CONSTRAINT event_place_somebody_or_erased CHECK (
          num_nonnulls(email, person_id) = CASE WHEN erased_at IS NULL THEN 1 ELSE 0 END),
        CONSTRAINT event_place_cancelled_erased CHECK (state <> 'CANCELLED' OR erased_at IS NOT NULL)
      )`);
    await runner.query(`CREATE INDEX event_place_in_order ON event_place (event_id, state, confirmed_at)`);
    await runner.query(`GRANT SELECT, INSERT ON event_place TO hemicycle_app`);
    await runner.query(`
      GRANT UPDATE (state, email, person_id, number, confirmed_at, reminded_at, erased_at) ON event_place TO hemicycle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE event_place`);
    await runner.query(`DROP TABLE event_head_count`);
    await runner.query(`DROP TABLE event_results`);
    await runner.query(`DROP TABLE event_move`);
    await runner.query(`DROP TABLE forum_event`);
    await runner.query(`DROP FUNCTION event_is_counted()`);
  }
}
