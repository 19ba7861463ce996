//! The payment of a purchase: intended when it is placed, captured or voided order by order.

use diesel::prelude::*;

use super::AllocationState;
use crate::db::Tx;
use crate::kernel::{Money, OrderId, PurchaseId, now, text_enum};
use crate::schema::{payment_allocations, payments};

text_enum! {
    /// How a purchase is paid.
    pub enum PaymentMethod {
        /// In cash or by card when the goods are handed out.
        OnDelivery = "on_delivery",
    }
}

/// What a purchase's payment can do.
pub struct Payment;

impl Payment {
    /// Intends the payment of a purchase and allocates it to its orders.
    pub fn create(tx: &mut Tx<'_>, purchase: PurchaseId, allocations: &[(OrderId, Money)]) -> QueryResult<()> {
        let payment: i64 = diesel::insert_into(payments::table)
            .values((payments::purchase_id.eq(purchase), payments::method.eq(PaymentMethod::OnDelivery)))
            .returning(payments::id)
            .get_result(&mut **tx)?;
        let row = |(order, amount): &(OrderId, Money)| {
            (payment_allocations::order_id.eq(*order), payment_allocations::payment_id.eq(payment), payment_allocations::amount.eq(*amount))
        };
        let rows: Vec<_> = allocations.iter().map(row).collect();
        diesel::insert_into(payment_allocations::table).values(rows).execute(&mut **tx).map(drop)
    }

    /// The order's sum changed before anything was paid.
    pub fn reallocate(tx: &mut Tx<'_>, order: OrderId, amount: Money) -> QueryResult<()> {
        let open = payment_allocations::table.find(order).filter(payment_allocations::state.eq(AllocationState::Created));
        diesel::update(open).set(payment_allocations::amount.eq(amount)).execute(&mut **tx).map(drop)
    }

    /// The order's share was paid: it was handed out.
    pub fn capture(tx: &mut Tx<'_>, order: OrderId) -> QueryResult<()> {
        settle(tx, order, AllocationState::Captured)
    }

    /// The order's share will not be paid: the order came to nothing.
    pub fn void(tx: &mut Tx<'_>, order: OrderId) -> QueryResult<()> {
        settle(tx, order, AllocationState::Voided)
    }
}

fn settle(tx: &mut Tx<'_>, order: OrderId, state: AllocationState) -> QueryResult<()> {
    diesel::update(payment_allocations::table.find(order))
        .set((payment_allocations::state.eq(state), payment_allocations::settled_at.eq(now())))
        .execute(&mut **tx)
        .map(drop)
}
