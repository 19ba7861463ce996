//! What somebody means to buy: carts of users and of guests.
