//! People with an account: registration, sign-in, profile, addresses, devices.
