-- One checkout. Its state is derived from its orders, never stored.
CREATE TABLE purchases (
    id               bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    number           text NOT NULL UNIQUE,
    buyer_id         bigint NOT NULL REFERENCES users,
    lang             text NOT NULL CHECK (lang IN ('ru', 'kk', 'en')),
    contact_name     text NOT NULL,
    contact_phone    text NOT NULL,
    city_id          integer NOT NULL REFERENCES cities,
    street           text NOT NULL,
    house            text NOT NULL,
    flat             text NOT NULL DEFAULT '',
    entrance         text NOT NULL DEFAULT '',
    address_comment  text NOT NULL DEFAULT '',
    comment          text NOT NULL DEFAULT '',
    placed_at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX purchases_buyer ON purchases (buyer_id, id DESC);
CREATE INDEX purchases_city ON purchases (city_id);

-- One shop's share of a purchase.
CREATE TABLE orders (
    id              bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    number          text NOT NULL UNIQUE,
    purchase_id     bigint NOT NULL REFERENCES purchases,
    shop_id         bigint NOT NULL REFERENCES shops,
    state           text NOT NULL DEFAULT 'placed'
                    CHECK (state IN ('pending_payment', 'placed', 'accepted', 'handed_over', 'completed', 'expired', 'declined', 'cancelled')),
    way             text NOT NULL CHECK (way IN ('courier', 'pickup', 'post')),
    pickup_place    text NOT NULL DEFAULT '',
    goods_total     bigint NOT NULL CHECK (goods_total > 0),
    delivery_price  bigint NOT NULL CHECK (delivery_price >= 0),
    currency        char(3) NOT NULL DEFAULT 'KZT' CHECK (currency = 'KZT'),
    promised_from   date NOT NULL,
    promised_to     date NOT NULL,
    accept_by       timestamptz NOT NULL,
    -- What the buyer shows when the parcel is handed out.
    issue_code      text NOT NULL,
    version         integer NOT NULL DEFAULT 1,
    placed_at       timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    UNIQUE (purchase_id, shop_id)
);
CREATE INDEX orders_shop ON orders (shop_id, state, id DESC);
CREATE INDEX orders_unaccepted ON orders (accept_by) WHERE state = 'placed';
CREATE TRIGGER order_states BEFORE UPDATE OF state ON orders FOR EACH ROW EXECUTE FUNCTION check_transition('order');
INSERT INTO transitions VALUES
    ('order', 'pending_payment', 'placed'), ('order', 'pending_payment', 'expired'), ('order', 'pending_payment', 'cancelled'),
    ('order', 'placed', 'accepted'), ('order', 'placed', 'declined'), ('order', 'placed', 'cancelled'), ('order', 'placed', 'expired'),
    ('order', 'accepted', 'handed_over'), ('order', 'accepted', 'cancelled'), ('order', 'accepted', 'declined'),
    ('order', 'handed_over', 'completed'), ('order', 'handed_over', 'cancelled');

-- A photograph of the sale: names and prices are copied.
CREATE TABLE order_items (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    order_id    bigint NOT NULL REFERENCES orders,
    listing_id  bigint NOT NULL REFERENCES listings,
    product_id  bigint NOT NULL REFERENCES products,
    title       text NOT NULL,
    slug        text NOT NULL,
    cover_id    uuid,
    price       bigint NOT NULL CHECK (price > 0),
    currency    char(3) NOT NULL DEFAULT 'KZT' CHECK (currency = 'KZT'),
    quantity    integer NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    UNIQUE (order_id, listing_id)
);
CREATE INDEX order_items_listing ON order_items (listing_id);
CREATE INDEX order_items_product ON order_items (product_id);

CREATE TABLE order_history (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    order_id    bigint NOT NULL REFERENCES orders,
    from_state  text NOT NULL,
    to_state    text NOT NULL,
    actor_id    bigint REFERENCES users,
    reason      text,
    at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX order_history_order ON order_history (order_id, id);
CREATE INDEX order_history_actor ON order_history (actor_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON order_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION keep_order_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO order_history (order_id, from_state, to_state, actor_id) VALUES (NEW.id, '', NEW.state, acting_user());
    ELSIF OLD.state IS DISTINCT FROM NEW.state THEN
        INSERT INTO order_history (order_id, from_state, to_state, actor_id, reason)
        VALUES (NEW.id, OLD.state, NEW.state, acting_user(), acting_reason());
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER history AFTER INSERT OR UPDATE OF state ON orders FOR EACH ROW EXECUTE FUNCTION keep_order_history();

-- The parcel: the buyer's four steps are in stock, in transit, with courier (or ready for pickup), issued.
CREATE TABLE shipments (
    order_id    bigint PRIMARY KEY REFERENCES orders,
    state       text NOT NULL DEFAULT 'unfulfilled'
                CHECK (state IN ('unfulfilled', 'in_transit', 'with_courier', 'ready_for_pickup', 'issued', 'returned_to_sender')),
    carrier     text NOT NULL DEFAULT '',
    tracking    text NOT NULL DEFAULT '',
    updated_at  timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER shipment_states BEFORE UPDATE OF state ON shipments FOR EACH ROW EXECUTE FUNCTION check_transition('shipment');
INSERT INTO transitions VALUES
    ('shipment', 'unfulfilled', 'in_transit'), ('shipment', 'unfulfilled', 'ready_for_pickup'),
    ('shipment', 'in_transit', 'with_courier'), ('shipment', 'in_transit', 'ready_for_pickup'),
    ('shipment', 'with_courier', 'issued'), ('shipment', 'ready_for_pickup', 'issued'),
    ('shipment', 'in_transit', 'returned_to_sender'), ('shipment', 'with_courier', 'returned_to_sender'), ('shipment', 'ready_for_pickup', 'returned_to_sender');

CREATE TABLE shipment_history (
    id        bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    order_id  bigint NOT NULL REFERENCES orders,
    state     text NOT NULL,
    actor_id  bigint REFERENCES users,
    at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX shipment_history_order ON shipment_history (order_id, id);
CREATE INDEX shipment_history_actor ON shipment_history (actor_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON shipment_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION keep_shipment_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR OLD.state IS DISTINCT FROM NEW.state THEN
        INSERT INTO shipment_history (order_id, state, actor_id) VALUES (NEW.order_id, NEW.state, acting_user());
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER history AFTER INSERT OR UPDATE OF state ON shipments FOR EACH ROW EXECUTE FUNCTION keep_shipment_history();

-- Money in. Belongs to a purchase and is allocated to its orders; on delivery it is captured order by order, when issued.
CREATE TABLE payments (
    id           bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    purchase_id  bigint NOT NULL UNIQUE REFERENCES purchases,
    method       text NOT NULL CHECK (method IN ('on_delivery')),
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE payment_allocations (
    order_id    bigint PRIMARY KEY REFERENCES orders,
    payment_id  bigint NOT NULL REFERENCES payments,
    state       text NOT NULL DEFAULT 'created' CHECK (state IN ('created', 'captured', 'voided')),
    amount      bigint NOT NULL CHECK (amount > 0),
    currency    char(3) NOT NULL DEFAULT 'KZT' CHECK (currency = 'KZT'),
    settled_at  timestamptz,
    CHECK ((state = 'created') = (settled_at IS NULL))
);
CREATE INDEX payment_allocations_payment ON payment_allocations (payment_id);
CREATE TRIGGER payment_states BEFORE UPDATE OF state ON payment_allocations FOR EACH ROW EXECUTE FUNCTION check_transition('payment');
INSERT INTO transitions VALUES ('payment', 'created', 'captured'), ('payment', 'created', 'voided');
