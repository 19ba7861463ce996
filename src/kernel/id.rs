//! Ids as types of their own: a shop's id cannot stand where a user's is wanted.

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident($inner:ty, $sql:ident)),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
                 diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
        #[diesel(sql_type = diesel::sql_types::$sql)]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }

        impl std::str::FromStr for $name {
            type Err = <$inner as std::str::FromStr>::Err;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }

        impl diesel::serialize::ToSql<diesel::sql_types::$sql, diesel::pg::Pg> for $name {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>) -> diesel::serialize::Result {
                diesel::serialize::ToSql::<diesel::sql_types::$sql, diesel::pg::Pg>::to_sql(&self.0, out)
            }
        }

        impl diesel::deserialize::FromSql<diesel::sql_types::$sql, diesel::pg::Pg> for $name {
            fn from_sql(bytes: diesel::pg::PgValue<'_>) -> diesel::deserialize::Result<Self> {
                <$inner as diesel::deserialize::FromSql<diesel::sql_types::$sql, diesel::pg::Pg>>::from_sql(bytes).map(Self)
            }
        }
    )+};
}

ids! {
    /// A person with an account.
    UserId(i64, BigInt),
    /// A signed-in device.
    SessionId(i64, BigInt),
    /// An entry of the address book.
    AddressId(i64, BigInt),
    /// Who sells.
    ShopId(i64, BigInt),
    /// The card: title, text, photos, characteristics.
    ProductId(i64, BigInt),
    /// One shop's offer of a product.
    ListingId(i64, BigInt),
    /// A basket of a user or a guest.
    CartId(i64, BigInt),
    /// One checkout.
    PurchaseId(i64, BigInt),
    /// One shop's share of a purchase.
    OrderId(i64, BigInt),
    /// A line of an order.
    OrderItemId(i64, BigInt),
    /// What a shop proposes to change about a shared card.
    ChangeId(i64, BigInt),
    /// Cards that are variants of one thing.
    VariantsId(i64, BigInt),
    /// A group of characteristics.
    GroupId(i32, Integer),
    /// A complaint.
    ReportId(i64, BigInt),
    /// Words that mean the same.
    SynonymsId(i64, BigInt),
    /// A tag of products.
    TagId(i64, BigInt),
    /// A mail in the outbox.
    MailId(i64, BigInt),
    /// News for the floors above.
    EventId(i64, BigInt),
    /// A list of favourites.
    FavoriteListId(i64, BigInt),
    /// A search that somebody wants to hear of.
    SavedSearchId(i64, BigInt),
    /// A price list that a shop brought.
    ImportId(i64, BigInt),
    /// A region of the country.
    RegionId(i32, Integer),
    /// A town.
    CityId(i32, Integer),
    /// A node of the category tree.
    CategoryId(i32, Integer),
    /// A characteristic.
    AttributeId(i32, Integer),
    /// One choice of a characteristic.
    OptionId(i32, Integer),
    /// A photo; its files are named after it.
    PhotoId(uuid::Uuid, Uuid),
}
