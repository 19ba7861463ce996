//! Accounts: registration, sign-in, profile, addresses, devices.
