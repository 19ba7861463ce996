-- What staff decided about a listing; the last one is what the seller reads.
CREATE TABLE listing_decisions (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    listing_id  bigint NOT NULL REFERENCES listings ON DELETE CASCADE,
    staff_id    bigint NOT NULL REFERENCES users,
    verdict     text NOT NULL CHECK (verdict IN ('approved', 'rejected', 'removed', 'restored')),
    field       text NOT NULL DEFAULT '',      -- the form's field concerned, '' for the whole
    reason      text NOT NULL DEFAULT '',      -- code of a known reason
    note        text NOT NULL DEFAULT '',
    at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX listing_decisions_listing ON listing_decisions (listing_id, id);
CREATE INDEX listing_decisions_staff ON listing_decisions (staff_id);

-- A case is one moderator's for ten minutes.
CREATE TABLE review_locks (
    listing_id  bigint PRIMARY KEY REFERENCES listings ON DELETE CASCADE,
    staff_id    bigint NOT NULL REFERENCES users,
    until       timestamptz NOT NULL
);
CREATE INDEX review_locks_staff ON review_locks (staff_id);

CREATE TABLE reports (
    id           bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    reporter_id  bigint NOT NULL REFERENCES users,
    listing_id   bigint REFERENCES listings ON DELETE CASCADE,
    shop_id      bigint REFERENCES shops,
    reason       text NOT NULL,
    text         text NOT NULL DEFAULT '',
    state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'upheld', 'dismissed')),
    decided_by   bigint REFERENCES users,
    created_at   timestamptz NOT NULL DEFAULT now(),
    decided_at   timestamptz,
    CHECK (num_nonnulls(listing_id, shop_id) = 1),
    CHECK ((state = 'open') = (decided_at IS NULL))
);
CREATE INDEX reports_reporter ON reports (reporter_id);
CREATE UNIQUE INDEX reports_once ON reports (reporter_id, listing_id, shop_id) NULLS NOT DISTINCT WHERE state = 'open';
CREATE INDEX reports_open ON reports (id) WHERE state = 'open';
CREATE INDEX reports_listing ON reports (listing_id);
CREATE INDEX reports_shop ON reports (shop_id);
CREATE INDEX reports_decided_by ON reports (decided_by);

-- The act log of staff: append-only.
CREATE TABLE acts (
    id        bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    staff_id  bigint REFERENCES users,          -- null: the command line
    act       text NOT NULL,
    subject   text NOT NULL,                    -- 'listing:42', 'shop:7', 'user:3'
    note      text NOT NULL DEFAULT '',
    at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX acts_staff ON acts (staff_id, id DESC);
CREATE INDEX acts_subject ON acts (subject, id DESC);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON acts FOR EACH ROW EXECUTE FUNCTION refuse_change();
