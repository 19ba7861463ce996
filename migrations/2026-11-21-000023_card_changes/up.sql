-- What shops propose to change about a shared card, what it said before, and what staff decided: the card's history.
CREATE TABLE card_changes (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    product_id  bigint NOT NULL REFERENCES products ON DELETE CASCADE,
    shop_id     bigint NOT NULL REFERENCES shops,
    user_id     bigint NOT NULL REFERENCES users,
    reason      text NOT NULL CHECK (reason <> ''),
    -- field → {"from": …, "to": …}
    change      jsonb NOT NULL,
    state       text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'rejected')),
    staff_id    bigint REFERENCES users,
    note        text NOT NULL DEFAULT '',
    created_at  timestamptz NOT NULL DEFAULT now(),
    decided_at  timestamptz,
    CHECK ((state = 'open') = (decided_at IS NULL)),
    CHECK ((state = 'open') = (staff_id IS NULL))
);
-- A shop waits for one answer before it asks again.
CREATE UNIQUE INDEX card_changes_open ON card_changes (product_id, shop_id) WHERE state = 'open';
CREATE INDEX card_changes_queue ON card_changes (created_at, id) WHERE state = 'open';
CREATE INDEX card_changes_product ON card_changes (product_id, id);
CREATE INDEX card_changes_shop ON card_changes (shop_id);
CREATE INDEX card_changes_user ON card_changes (user_id);
CREATE INDEX card_changes_staff ON card_changes (staff_id);

-- What was asked and what was answered stays as it is.
CREATE FUNCTION keep_card_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'open' OR (NEW.product_id, NEW.shop_id, NEW.user_id, NEW.reason, NEW.change, NEW.created_at)
        IS DISTINCT FROM (OLD.product_id, OLD.shop_id, OLD.user_id, OLD.reason, OLD.change, OLD.created_at) THEN
        RAISE EXCEPTION 'a proposal stays as it is' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep BEFORE UPDATE ON card_changes FOR EACH ROW EXECUTE FUNCTION keep_card_change();
