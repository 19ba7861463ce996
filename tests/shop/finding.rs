//! Home, catalogue, search, product and shop pages.
