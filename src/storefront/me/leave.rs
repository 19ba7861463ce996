//! An account is deleted: what law and orders need stays, without the person's name and address book.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::accounts::User;
use crate::db::Tx;
use crate::i18n::Lang;
use crate::kernel::{Email, ShopId, UserId};
use crate::mail::{Letter, post};
use crate::photos;
use crate::schema::{delivery_terms, shop_members, shops, users};
use crate::shops::ShopKind;

/// What the name becomes, in every language.
const NOBODY: &str = "—";

/// What has to be finished first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryableByName)]
pub struct Obstacles {
    /// Own orders on their way.
    #[diesel(sql_type = BigInt)]
    pub orders: i64,
    /// Orders that the own shop has to deliver.
    #[diesel(sql_type = BigInt)]
    pub shop_orders: i64,
    /// Listings of the own shop on sale or in review.
    #[diesel(sql_type = BigInt)]
    pub listings: i64,
}

impl Obstacles {
    /// Counts them.
    pub fn of(conn: &mut PgConnection, user: UserId) -> QueryResult<Self> {
        diesel::sql_query(
            "WITH own AS (SELECT m.shop_id FROM shop_members m JOIN shops s ON s.id = m.shop_id
                          WHERE m.user_id = $1 AND m.role = 'owner' AND s.state <> 'closed')
             SELECT (SELECT count(*) FROM purchases p JOIN orders o ON o.purchase_id = p.id
                     WHERE p.buyer_id = $1 AND o.state IN ('pending_payment', 'placed', 'accepted', 'handed_over')) AS orders,
                    (SELECT count(*) FROM own JOIN orders o USING (shop_id)
                     WHERE o.state IN ('pending_payment', 'placed', 'accepted', 'handed_over')) AS shop_orders,
                    (SELECT count(*) FROM own JOIN listings l USING (shop_id) WHERE l.state IN ('active', 'pending_review')) AS listings",
        )
        .bind::<BigInt, _>(user)
        .get_result(conn)
    }

    /// Whether there are any.
    pub fn any(self) -> bool {
        self.orders + self.shop_orders + self.listings > 0
    }
}

/// Deletes the account unless something has to be finished first; says what that is.
pub fn leave(tx: &mut Tx<'_>, id: UserId) -> QueryResult<Obstacles> {
    // The full lock also holds back a checkout of this moment: it refers to the person's row.
    users::table.find(id).select(users::id).for_update().first::<UserId>(&mut **tx)?;
    let obstacles = Obstacles::of(tx, id)?;
    if obstacles.any() {
        return Ok(obstacles);
    }
    tx.acting(Some(id), "account deleted")?;
    let user = User::find(tx, id)?;
    forget_shop(tx, id)?;
    close_shop(tx, id)?;
    erase(tx, id)?;
    if let Some(email) = user.email {
        forget_letters(tx, &email)?;
        goodbye(tx, &email, user.lang)?;
    }
    Ok(obstacles)
}

/// A private seller's number, sign, words and places go; the shop's name stands on others' orders. A company's papers stay.
fn forget_shop(tx: &mut Tx<'_>, id: UserId) -> QueryResult<()> {
    let own = shop_members::table.filter(shop_members::user_id.eq(id)).filter(shop_members::role.eq("owner")).select(shop_members::shop_id);
    let private = shops::table.filter(shops::kind.eq(ShopKind::Person)).filter(shops::id.eq_any(own));
    for shop in private.select(shops::id).load::<ShopId>(&mut **tx)? {
        diesel::update(shops::table.find(shop)).set((shops::about.eq(""), shops::tin.eq("000000000000"))).execute(&mut **tx)?;
        diesel::delete(delivery_terms::table.filter(delivery_terms::shop_id.eq(shop))).execute(&mut **tx)?;
        photos::drop_signs(tx, shop)?;
    }
    Ok(())
}

fn close_shop(tx: &mut Tx<'_>, id: UserId) -> QueryResult<()> {
    diesel::sql_query(
        "UPDATE shops SET state = 'closed' WHERE state <> 'closed'
         AND id IN (SELECT shop_id FROM shop_members WHERE user_id = $1 AND role = 'owner')",
    )
    .bind::<BigInt, _>(id)
    .execute(&mut **tx)?;
    diesel::sql_query("DELETE FROM shop_members WHERE user_id = $1").bind::<BigInt, _>(id).execute(&mut **tx).map(drop)
}

/// Takes out what is the person's alone. Orders keep goods, sums, days and town; by now nobody brings them anywhere.
fn erase(tx: &mut Tx<'_>, id: UserId) -> QueryResult<()> {
    for statement in [
        "DELETE FROM addresses WHERE user_id = $1",
        "DELETE FROM sessions WHERE user_id = $1",
        "DELETE FROM carts WHERE user_id = $1",
        "DELETE FROM favorite_lists WHERE user_id = $1",
        "DELETE FROM recent_views WHERE user_id = $1",
        "DELETE FROM saved_searches WHERE user_id = $1",
        "DELETE FROM mailed_links WHERE user_id = $1",
        "DELETE FROM form_tokens WHERE user_id = $1",
        "DELETE FROM review_locks WHERE staff_id = $1",
        "UPDATE purchases SET contact_name = '—', contact_phone = '', street = '', house = '', flat = '', entrance = '',
           address_comment = '', comment = '' WHERE buyer_id = $1",
    ] {
        diesel::sql_query(statement).bind::<BigInt, _>(id).execute(&mut **tx)?;
    }
    diesel::sql_query(
        "UPDATE users SET name = $2, email = NULL, phone = NULL, password_hash = NULL, staff_role = NULL, deleted_at = now() WHERE id = $1",
    )
    .bind::<BigInt, _>(id)
    .bind::<Text, _>(NOBODY)
    .execute(&mut **tx)
    .map(drop)
}

fn forget_letters(tx: &mut Tx<'_>, email: &Email) -> QueryResult<()> {
    diesel::sql_query("DELETE FROM mails WHERE lower(recipient) = $1 AND sent_at IS NOT NULL")
        .bind::<Text, _>(email.key())
        .execute(&mut **tx)
        .map(drop)
}

fn goodbye(tx: &mut Tx<'_>, email: &Email, lang: Lang) -> QueryResult<()> {
    post(tx, &Letter::new(email.clone(), lang, "me-mail-left", &[]).line("me-mail-left-why", &[]).line("me-mail-left-kept", &[]))
}
