-- Words that mean the same to a buyer, kept by staff.
CREATE TABLE synonyms (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    words       text[] NOT NULL CHECK (cardinality(words) BETWEEN 2 AND 12),
    made_by     bigint REFERENCES users (id) ON DELETE SET NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX synonyms_made_by ON synonyms (made_by);

-- Every node sees by this number that they changed.
ALTER TABLE search_log ADD COLUMN synonyms bigint NOT NULL DEFAULT 0;
CREATE FUNCTION note_synonyms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE search_log SET synonyms = synonyms + 1;
    RETURN NULL;
END $$;
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON synonyms FOR EACH STATEMENT EXECUTE FUNCTION note_synonyms();

-- What people look for: how often, not who. Nodes count in memory and write now and then.
CREATE TABLE asked_words (
    day     date NOT NULL DEFAULT current_date,
    words   text NOT NULL CHECK (length(words) BETWEEN 1 AND 60),
    n       bigint NOT NULL CHECK (n > 0),
    PRIMARY KEY (day, words)
);
