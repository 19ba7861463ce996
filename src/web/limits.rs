//! How often a thing may be done. Counted in this process; over the limit the answer is 429 with the time to come again.

use std::net::IpAddr;
use std::num::NonZeroU32;

use chrono::{DateTime, Utc};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::config::Limits;
use crate::kernel::now;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Sign-ins, recoveries and registrations, by account.
    Account,
    /// The same, by network address.
    Address,
    /// Forms sent, by network address.
    Writes,
}

/// Who is behind a network address: of IPv6 everybody has some 2^64 of them.
fn network(address: &str) -> String {
    match address.parse() {
        Ok(IpAddr::V6(address)) if address.to_ipv4_mapped().is_none() => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
        _ => address.to_owned(),
    }
}

/// The counters.
pub struct Limiter {
    account: DefaultKeyedRateLimiter<String>,
    address: DefaultKeyedRateLimiter<String>,
    writes: DefaultKeyedRateLimiter<String>,
}

impl Limiter {
    /// Counters for these limits.
    pub fn new(limits: Limits) -> Self {
        let keyed = |n: u32| RateLimiter::keyed(Quota::per_minute(NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN)));
        Self { account: keyed(limits.account), address: keyed(limits.address), writes: keyed(limits.writes) }
    }

    /// Counts one more for `key`; over the limit: when to come again.
    pub fn check(&self, limit: Limit, key: &str) -> Result<(), DateTime<Utc>> {
        let limiter = match limit {
            Limit::Account => &self.account,
            Limit::Address => &self.address,
            Limit::Writes => &self.writes,
        };
        let key = if limit == Limit::Account { key.to_owned() } else { network(key) };
        limiter.check_key(&key).map_err(|not_until| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            now() + chrono::Duration::from_std(wait).unwrap_or_default() + chrono::Duration::seconds(1)
        })
    }

    /// Forgets keys that are back at rest, so that memory stays small.
    pub fn tidy(&self) {
        for limiter in [&self.account, &self.address, &self.writes] {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}
