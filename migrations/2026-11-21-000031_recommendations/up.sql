-- What a training found, replaced as a whole by the next one, so that nothing stays of people who took themselves out.

-- For each good the goods that people who had it also had (or would not have: a score below 0), and those that lay in one basket with it;
-- the strongest first. Pages read a good's neighbours whole, so they are one row.
CREATE TABLE product_neighbours (
    product_id  bigint NOT NULL REFERENCES products ON DELETE CASCADE,
    kind        text NOT NULL CHECK (kind IN ('similar', 'together')),
    neighbours  bigint[] NOT NULL,
    scores      real[] NOT NULL,
    PRIMARY KEY (product_id, kind),
    CHECK (cardinality(neighbours) = cardinality(scores))
);

-- What a town buys now; without a town, the country.
CREATE TABLE popular_goods (
    id        bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    city_id   integer UNIQUE NULLS NOT DISTINCT REFERENCES cities ON DELETE CASCADE,
    products  bigint[] NOT NULL
);

-- The last training: of what it was made, so that the next one can tell whether anything changed.
CREATE TABLE recommendation_training (
    only_row     boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    fingerprint  bigint NOT NULL,
    events       bigint NOT NULL,
    people       bigint NOT NULL,
    goods        bigint NOT NULL,
    trained_at   timestamptz NOT NULL DEFAULT now()
);

-- Whether recommendations may be made from what a person does, and from which moment on.
ALTER TABLE users ADD COLUMN recommends boolean NOT NULL DEFAULT true, ADD COLUMN recommends_from timestamptz;
