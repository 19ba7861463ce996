//! The main thread in a real browser with scripts off, clicking only what is visible.
