// @generated automatically by Diesel CLI (see diesel.toml).

diesel::table! {
    acts (id) {
        id -> Int8,
        staff_id -> Nullable<Int8>,
        act -> Text,
        subject -> Text,
        note -> Text,
        at -> Timestamptz,
    }
}

diesel::table! {
    addresses (id) {
        id -> Int8,
        user_id -> Int8,
        city_id -> Int4,
        street -> Text,
        house -> Text,
        flat -> Text,
        entrance -> Text,
        comment -> Text,
        is_default -> Bool,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    asked_words (day, words) {
        day -> Date,
        words -> Text,
        n -> Int8,
    }
}

diesel::table! {
    attribute_groups (id) {
        id -> Int4,
        code -> Text,
        name_ru -> Text,
        name_kk -> Text,
        name_en -> Text,
        position -> Int4,
    }
}

diesel::table! {
    attribute_options (id) {
        id -> Int4,
        attribute_id -> Int4,
        code -> Text,
        name_ru -> Text,
        name_kk -> Text,
        name_en -> Text,
        position -> Int4,
    }
}

diesel::table! {
    attributes (id) {
        id -> Int4,
        code -> Text,
        kind -> Text,
        name_ru -> Text,
        name_kk -> Text,
        name_en -> Text,
        unit_ru -> Nullable<Text>,
        unit_kk -> Nullable<Text>,
        unit_en -> Nullable<Text>,
        group_id -> Nullable<Int4>,
        is_axis -> Bool,
    }
}

diesel::table! {
    card_changes (id) {
        id -> Int8,
        product_id -> Int8,
        shop_id -> Int8,
        user_id -> Int8,
        reason -> Text,
        change -> Jsonb,
        state -> Text,
        staff_id -> Nullable<Int8>,
        note -> Text,
        created_at -> Timestamptz,
        decided_at -> Nullable<Timestamptz>,
        found -> Nullable<Jsonb>,
    }
}

diesel::table! {
    cart_items (cart_id, listing_id) {
        cart_id -> Int8,
        listing_id -> Int8,
        quantity -> Int4,
        price_seen -> Int8,
        #[max_length = 3]
        currency -> Bpchar,
        added_at -> Timestamptz,
    }
}

diesel::table! {
    carts (id) {
        id -> Int8,
        user_id -> Nullable<Int8>,
        token_hash -> Nullable<Bytea>,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    categories (id) {
        id -> Int4,
        parent_id -> Nullable<Int4>,
        slug -> Text,
        name_ru -> Text,
        name_kk -> Text,
        name_en -> Text,
        art -> Text,
        position -> Int4,
    }
}

diesel::table! {
    category_attributes (category_id, attribute_id) {
        category_id -> Int4,
        attribute_id -> Int4,
        required -> Bool,
        position -> Int4,
    }
}

diesel::table! {
    cities (id) {
        id -> Int4,
        region_id -> Int4,
        slug -> Text,
        name_ru -> Text,
        name_kk -> Text,
        name_en -> Text,
        lat -> Float8,
        lon -> Float8,
        people -> Int4,
    }
}

diesel::table! {
    delivery_terms (shop_id, way) {
        shop_id -> Int8,
        way -> Text,
        price -> Int8,
        #[max_length = 3]
        currency -> Bpchar,
        free_from -> Nullable<Int8>,
        days_min -> Int4,
        days_max -> Int4,
        place -> Text,
    }
}

diesel::table! {
    events (id) {
        id -> Int8,
        body -> Jsonb,
        created_at -> Timestamptz,
        handled_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    favorite_lists (id) {
        id -> Int8,
        user_id -> Int8,
        name -> Text,
        is_default -> Bool,
        notify -> Bool,
        told_at -> Nullable<Timestamptz>,
        token_hash -> Nullable<Bytea>,
        share_round -> Int4,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    favorite_moves (id) {
        id -> Int8,
        product_id -> Int8,
    }
}

diesel::table! {
    favorites (user_id, product_id) {
        user_id -> Int8,
        product_id -> Int8,
        list_id -> Int8,
        added_at -> Timestamptz,
        price_then -> Nullable<Int8>,
        price_told -> Nullable<Int8>,
        #[max_length = 3]
        currency -> Bpchar,
        available -> Bool,
        stirred -> Bool,
    }
}

diesel::table! {
    form_tokens (token) {
        token -> Uuid,
        user_id -> Int8,
        outcome -> Text,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    import_errors (import_id, row) {
        import_id -> Int8,
        row -> Int8,
        line -> Int8,
        problems -> Jsonb,
    }
}

diesel::table! {
    import_habits (shop_id) {
        shop_id -> Int8,
        habits -> Jsonb,
    }
}

diesel::table! {
    import_rows (import_id, row) {
        import_id -> Int8,
        row -> Int8,
        listing_id -> Int8,
        made -> Bool,
        price_before -> Nullable<Int8>,
        price_after -> Nullable<Int8>,
        stock_before -> Nullable<Int4>,
        stock_after -> Nullable<Int4>,
        sku -> Nullable<Text>,
        photos -> Array<Uuid>,
        published -> Bool,
    }
}

diesel::table! {
    imports (id) {
        id -> Int8,
        shop_id -> Int8,
        user_id -> Nullable<Int8>,
        state -> Text,
        folder -> Uuid,
        kind -> Text,
        file_name -> Text,
        photos_name -> Text,
        matching -> Jsonb,
        tally -> Jsonb,
        refusal -> Nullable<Text>,
        seen -> Int8,
        created_at -> Timestamptz,
        undo_until -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    listing_decisions (id) {
        id -> Int8,
        listing_id -> Int8,
        staff_id -> Int8,
        verdict -> Text,
        field -> Text,
        reason -> Text,
        note -> Text,
        at -> Timestamptz,
    }
}

diesel::table! {
    listing_history (id) {
        id -> Int8,
        listing_id -> Int8,
        from_state -> Text,
        to_state -> Text,
        actor_id -> Nullable<Int8>,
        reason -> Nullable<Text>,
        at -> Timestamptz,
    }
}

diesel::table! {
    listing_prices (id) {
        id -> Int8,
        listing_id -> Int8,
        from_at -> Timestamptz,
        until_at -> Nullable<Timestamptz>,
        price -> Int8,
    }
}

diesel::table! {
    listing_views (listing_id) {
        listing_id -> Int8,
        views -> Int8,
    }
}

diesel::table! {
    listings (id) {
        id -> Int8,
        product_id -> Int8,
        shop_id -> Int8,
        category_id -> Int4,
        price -> Int8,
        #[max_length = 3]
        currency -> Bpchar,
        condition -> Text,
        city_id -> Int4,
        by_courier -> Bool,
        by_pickup -> Bool,
        by_post -> Bool,
        state -> Text,
        in_stock -> Bool,
        submitted_at -> Nullable<Timestamptz>,
        published_at -> Nullable<Timestamptz>,
        expires_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
        leads -> Bool,
        old_price -> Nullable<Int8>,
        old_until -> Nullable<Timestamptz>,
        sku -> Nullable<Text>,
    }
}

diesel::table! {
    mailed_links (token_hash) {
        token_hash -> Bytea,
        purpose -> Text,
        user_id -> Nullable<Int8>,
        payload -> Jsonb,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    mails (id) {
        id -> Int8,
        recipient -> Text,
        lang -> Text,
        subject -> Text,
        text_body -> Text,
        html_body -> Text,
        created_at -> Timestamptz,
        sent_at -> Nullable<Timestamptz>,
        unsubscribe -> Text,
    }
}

diesel::table! {
    order_history (id) {
        id -> Int8,
        order_id -> Int8,
        from_state -> Text,
        to_state -> Text,
        actor_id -> Nullable<Int8>,
        reason -> Nullable<Text>,
        at -> Timestamptz,
    }
}

diesel::table! {
    order_items (id) {
        id -> Int8,
        order_id -> Int8,
        listing_id -> Int8,
        product_id -> Int8,
        title -> Text,
        slug -> Text,
        cover_id -> Nullable<Uuid>,
        price -> Int8,
        #[max_length = 3]
        currency -> Bpchar,
        quantity -> Int4,
    }
}

diesel::table! {
    orders (id) {
        id -> Int8,
        number -> Text,
        purchase_id -> Int8,
        shop_id -> Int8,
        state -> Text,
        way -> Text,
        pickup_place -> Text,
        goods_total -> Int8,
        delivery_price -> Int8,
        #[max_length = 3]
        currency -> Bpchar,
        promised_from -> Date,
        promised_to -> Date,
        accept_by -> Timestamptz,
        issue_code -> Text,
        version -> Int4,
        placed_at -> Timestamptz,
        updated_at -> Timestamptz,
        wrong_codes -> Int4,
    }
}

diesel::table! {
    payment_allocations (order_id) {
        order_id -> Int8,
        payment_id -> Int8,
        state -> Text,
        amount -> Int8,
        #[max_length = 3]
        currency -> Bpchar,
        settled_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    payments (id) {
        id -> Int8,
        purchase_id -> Int8,
        method -> Text,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    photos (id) {
        id -> Uuid,
        product_id -> Nullable<Int8>,
        shop_id -> Int8,
        position -> Int4,
        state -> Text,
        file_name -> Text,
        bytes -> Int8,
        width -> Int4,
        height -> Int4,
        refusal -> Nullable<Text>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    popular_goods (id) {
        id -> Int8,
        city_id -> Nullable<Int4>,
        products -> Array<Nullable<Int8>>,
    }
}

diesel::table! {
    product_neighbours (product_id, kind) {
        product_id -> Int8,
        kind -> Text,
        neighbours -> Array<Nullable<Int8>>,
        scores -> Array<Nullable<Float4>>,
    }
}

diesel::table! {
    product_tags (product_id, tag_id) {
        product_id -> Int8,
        tag_id -> Int8,
    }
}

diesel::table! {
    product_texts (product_id) {
        product_id -> Int8,
        description -> Text,
    }
}

diesel::table! {
    product_values (product_id, attribute_id) {
        product_id -> Int8,
        attribute_id -> Int4,
        text_value -> Nullable<Text>,
        number_value -> Nullable<Numeric>,
        option_id -> Nullable<Int4>,
        bool_value -> Nullable<Bool>,
    }
}

diesel::table! {
    products (id) {
        id -> Int8,
        category_id -> Int4,
        owner_shop_id -> Nullable<Int8>,
        title -> Text,
        slug -> Text,
        brand -> Text,
        lang -> Text,
        cover_id -> Nullable<Uuid>,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
        gtin -> Nullable<Text>,
        shared_at -> Nullable<Timestamptz>,
        merged_into -> Nullable<Int8>,
        variant_group_id -> Nullable<Int8>,
        stars_sum -> Int8,
        reviews -> Int4,
    }
}

diesel::table! {
    purchases (id) {
        id -> Int8,
        number -> Text,
        buyer_id -> Int8,
        contact_name -> Text,
        contact_phone -> Text,
        city_id -> Int4,
        street -> Text,
        house -> Text,
        flat -> Text,
        entrance -> Text,
        address_comment -> Text,
        comment -> Text,
        placed_at -> Timestamptz,
    }
}

diesel::table! {
    recent_views (user_id, product_id) {
        user_id -> Int8,
        product_id -> Int8,
        at -> Timestamptz,
    }
}

diesel::table! {
    recommendation_training (only_row) {
        only_row -> Bool,
        fingerprint -> Int8,
        events -> Int8,
        people -> Int8,
        goods -> Int8,
        trained_at -> Timestamptz,
    }
}

diesel::table! {
    reference_version (only_row) {
        only_row -> Bool,
        version -> Int8,
    }
}

diesel::table! {
    regions (id) {
        id -> Int4,
        slug -> Text,
        name_ru -> Text,
        name_kk -> Text,
        name_en -> Text,
    }
}

diesel::table! {
    reports (id) {
        id -> Int8,
        reporter_id -> Int8,
        listing_id -> Nullable<Int8>,
        shop_id -> Nullable<Int8>,
        reason -> Text,
        text -> Text,
        state -> Text,
        decided_by -> Nullable<Int8>,
        created_at -> Timestamptz,
        decided_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    review_locks (listing_id) {
        listing_id -> Int8,
        staff_id -> Int8,
        until -> Timestamptz,
    }
}

diesel::table! {
    reviews (id) {
        id -> Int8,
        order_item_id -> Int8,
        product_id -> Int8,
        author_id -> Int8,
        stars -> Int2,
        created_at -> Timestamptz,
        changed_at -> Timestamptz,
    }
}

diesel::table! {
    saved_searches (id) {
        id -> Int8,
        user_id -> Int8,
        name -> Text,
        path -> Text,
        frequency -> Text,
        paused -> Bool,
        seen_at -> Timestamptz,
        told_at -> Timestamptz,
        lettered_at -> Nullable<Timestamptz>,
        looked_at -> Timestamptz,
        fresh -> Int4,
        created_at -> Timestamptz,
        city_id -> Nullable<Int4>,
    }
}

diesel::table! {
    search_changes (id) {
        id -> Int8,
        product_id -> Int8,
        txid -> Int8,
        at -> Timestamptz,
    }
}

diesel::table! {
    search_log (one) {
        one -> Bool,
        id -> Uuid,
        pruned -> Int8,
        synonyms -> Int8,
    }
}

diesel::table! {
    sessions (id) {
        id -> Int8,
        key_hash -> Bytea,
        user_id -> Nullable<Int8>,
        state -> Jsonb,
        device -> Text,
        address -> Text,
        created_at -> Timestamptz,
        last_seen_at -> Timestamptz,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    shipment_history (id) {
        id -> Int8,
        order_id -> Int8,
        state -> Text,
        actor_id -> Nullable<Int8>,
        at -> Timestamptz,
    }
}

diesel::table! {
    shipments (order_id) {
        order_id -> Int8,
        state -> Text,
        carrier -> Text,
        tracking -> Text,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    shop_members (shop_id, user_id) {
        shop_id -> Int8,
        user_id -> Int8,
        role -> Text,
    }
}

diesel::table! {
    shop_records (shop_id) {
        shop_id -> Int8,
        done -> Int8,
        failed -> Int8,
    }
}

diesel::table! {
    shop_reviews (id) {
        id -> Int8,
        order_id -> Int8,
        shop_id -> Int8,
        author_id -> Int8,
        stars -> Int2,
        created_at -> Timestamptz,
        changed_at -> Timestamptz,
    }
}

diesel::table! {
    shops (id) {
        id -> Int8,
        slug -> Text,
        name -> Text,
        kind -> Text,
        tin -> Text,
        city_id -> Int4,
        about -> Text,
        lang -> Text,
        logo_id -> Nullable<Uuid>,
        state -> Text,
        trusted_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        trust_lost_at -> Nullable<Timestamptz>,
        stars_sum -> Int8,
        reviews -> Int4,
    }
}

diesel::table! {
    stocks (listing_id) {
        listing_id -> Int8,
        on_hand -> Int4,
        reserved -> Int4,
    }
}

diesel::table! {
    synonyms (id) {
        id -> Int8,
        words -> Array<Text>,
        made_by -> Nullable<Int8>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    tags (id) {
        id -> Int8,
        slug -> Text,
        name -> Text,
    }
}

diesel::table! {
    users (id) {
        id -> Int8,
        name -> Text,
        email -> Nullable<Text>,
        phone -> Nullable<Text>,
        password_hash -> Nullable<Text>,
        lang -> Text,
        staff_role -> Nullable<Text>,
        created_at -> Timestamptz,
        deleted_at -> Nullable<Timestamptz>,
        keeps_recent -> Bool,
        recommends -> Bool,
        recommends_from -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    variant_groups (id) {
        id -> Int8,
        created_at -> Timestamptz,
    }
}

diesel::joinable!(acts -> users (staff_id));
diesel::joinable!(addresses -> cities (city_id));
diesel::joinable!(addresses -> users (user_id));
diesel::joinable!(attribute_options -> attributes (attribute_id));
diesel::joinable!(attributes -> attribute_groups (group_id));
diesel::joinable!(card_changes -> products (product_id));
diesel::joinable!(card_changes -> shops (shop_id));
diesel::joinable!(cart_items -> carts (cart_id));
diesel::joinable!(cart_items -> listings (listing_id));
diesel::joinable!(carts -> users (user_id));
diesel::joinable!(category_attributes -> attributes (attribute_id));
diesel::joinable!(category_attributes -> categories (category_id));
diesel::joinable!(cities -> regions (region_id));
diesel::joinable!(delivery_terms -> shops (shop_id));
diesel::joinable!(favorite_lists -> users (user_id));
diesel::joinable!(favorites -> products (product_id));
diesel::joinable!(form_tokens -> users (user_id));
diesel::joinable!(import_errors -> imports (import_id));
diesel::joinable!(import_habits -> shops (shop_id));
diesel::joinable!(import_rows -> imports (import_id));
diesel::joinable!(import_rows -> listings (listing_id));
diesel::joinable!(imports -> shops (shop_id));
diesel::joinable!(imports -> users (user_id));
diesel::joinable!(listing_decisions -> listings (listing_id));
diesel::joinable!(listing_decisions -> users (staff_id));
diesel::joinable!(listing_history -> listings (listing_id));
diesel::joinable!(listing_history -> users (actor_id));
diesel::joinable!(listing_prices -> listings (listing_id));
diesel::joinable!(listing_views -> listings (listing_id));
diesel::joinable!(listings -> categories (category_id));
diesel::joinable!(listings -> cities (city_id));
diesel::joinable!(listings -> products (product_id));
diesel::joinable!(listings -> shops (shop_id));
diesel::joinable!(mailed_links -> users (user_id));
diesel::joinable!(order_history -> orders (order_id));
diesel::joinable!(order_history -> users (actor_id));
diesel::joinable!(order_items -> listings (listing_id));
diesel::joinable!(order_items -> orders (order_id));
diesel::joinable!(order_items -> products (product_id));
diesel::joinable!(orders -> purchases (purchase_id));
diesel::joinable!(orders -> shops (shop_id));
diesel::joinable!(payment_allocations -> orders (order_id));
diesel::joinable!(payment_allocations -> payments (payment_id));
diesel::joinable!(payments -> purchases (purchase_id));
diesel::joinable!(popular_goods -> cities (city_id));
diesel::joinable!(product_neighbours -> products (product_id));
diesel::joinable!(product_tags -> products (product_id));
diesel::joinable!(product_tags -> tags (tag_id));
diesel::joinable!(product_texts -> products (product_id));
diesel::joinable!(product_values -> attribute_options (option_id));
diesel::joinable!(product_values -> attributes (attribute_id));
diesel::joinable!(product_values -> products (product_id));
diesel::joinable!(products -> categories (category_id));
diesel::joinable!(products -> shops (owner_shop_id));
diesel::joinable!(products -> variant_groups (variant_group_id));
diesel::joinable!(purchases -> cities (city_id));
diesel::joinable!(purchases -> users (buyer_id));
diesel::joinable!(recent_views -> products (product_id));
diesel::joinable!(recent_views -> users (user_id));
diesel::joinable!(reports -> listings (listing_id));
diesel::joinable!(reports -> shops (shop_id));
diesel::joinable!(review_locks -> listings (listing_id));
diesel::joinable!(review_locks -> users (staff_id));
diesel::joinable!(reviews -> order_items (order_item_id));
diesel::joinable!(reviews -> products (product_id));
diesel::joinable!(reviews -> users (author_id));
diesel::joinable!(saved_searches -> cities (city_id));
diesel::joinable!(saved_searches -> users (user_id));
diesel::joinable!(sessions -> users (user_id));
diesel::joinable!(shipment_history -> orders (order_id));
diesel::joinable!(shipment_history -> users (actor_id));
diesel::joinable!(shipments -> orders (order_id));
diesel::joinable!(shop_members -> shops (shop_id));
diesel::joinable!(shop_members -> users (user_id));
diesel::joinable!(shop_records -> shops (shop_id));
diesel::joinable!(shop_reviews -> orders (order_id));
diesel::joinable!(shop_reviews -> shops (shop_id));
diesel::joinable!(shop_reviews -> users (author_id));
diesel::joinable!(shops -> cities (city_id));
diesel::joinable!(stocks -> listings (listing_id));
diesel::joinable!(synonyms -> users (made_by));

diesel::allow_tables_to_appear_in_same_query!(
    acts,
    addresses,
    asked_words,
    attribute_groups,
    attribute_options,
    attributes,
    card_changes,
    cart_items,
    carts,
    categories,
    category_attributes,
    cities,
    delivery_terms,
    favorite_lists,
    favorite_moves,
    favorites,
    form_tokens,
    import_errors,
    import_habits,
    import_rows,
    imports,
    listing_decisions,
    listing_history,
    listing_prices,
    listing_views,
    listings,
    mailed_links,
    order_history,
    order_items,
    orders,
    payment_allocations,
    payments,
    popular_goods,
    product_neighbours,
    product_tags,
    product_texts,
    product_values,
    products,
    purchases,
    recent_views,
    recommendation_training,
    regions,
    reports,
    review_locks,
    reviews,
    saved_searches,
    search_changes,
    search_log,
    sessions,
    shipment_history,
    shipments,
    shop_members,
    shop_records,
    shop_reviews,
    shops,
    stocks,
    synonyms,
    tags,
    users,
    variant_groups,
);
