//! Pages that show several rooms: home, catalogue, product, shop, help.

pub mod me;
