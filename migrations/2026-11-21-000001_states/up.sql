-- Every state machine's allowed steps are rows of one table, and one trigger refuses the rest.
CREATE TABLE transitions (
    machine     text NOT NULL,
    from_state  text NOT NULL,
    to_state    text NOT NULL,
    PRIMARY KEY (machine, from_state, to_state)
);

-- Used as: BEFORE UPDATE OF state … EXECUTE FUNCTION check_transition('order').
CREATE FUNCTION check_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state IS DISTINCT FROM NEW.state AND NOT EXISTS (
        SELECT 1 FROM transitions
        WHERE machine = TG_ARGV[0] AND from_state = OLD.state AND to_state = NEW.state
    ) THEN
        RAISE EXCEPTION 'illegal % transition: % -> %', TG_ARGV[0], OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transitions';
    END IF;
    RETURN NEW;
END $$;

-- Who acts and why is handed to history triggers by set_config('samal.actor' | 'samal.reason', …, true).
CREATE FUNCTION acting_user() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT nullif(current_setting('samal.actor', true), '')::bigint
$$;
CREATE FUNCTION acting_reason() RETURNS text LANGUAGE sql STABLE AS $$
    SELECT nullif(current_setting('samal.reason', true), '')
$$;

-- History is append-only: what happened stays written.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
