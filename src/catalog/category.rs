//! Nodes of the category tree.

use diesel::prelude::*;

use crate::i18n::{Lang, Named, Names};
use crate::kernel::CategoryId;
use crate::schema::categories;

/// A node of the tree. Listings stand in leaves.
#[derive(Debug, Clone)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// The node above; none for a group.
    pub parent: Option<CategoryId>,
    /// Its address word.
    pub slug: String,
    /// Its name.
    pub names: Names,
    /// The drawing that stands for it.
    pub art: String,
}

type Row = (CategoryId, Option<CategoryId>, String, String, String, String, String);

impl Category {
    pub(super) fn all(conn: &mut PgConnection) -> QueryResult<Vec<Self>> {
        let columns = (
            categories::id,
            categories::parent_id,
            categories::slug,
            categories::name_ru,
            categories::name_kk,
            categories::name_en,
            categories::art,
        );
        let rows: Vec<Row> = categories::table.select(columns).order((categories::position, categories::id)).load(conn)?;
        let category = |(id, parent, slug, ru, kk, en, art): Row| Self { id, parent, slug, names: Names::new(&ru, &kk, &en), art };
        Ok(rows.into_iter().map(category).collect())
    }
}

impl Named for Category {
    fn name(&self, lang: Lang) -> &str {
        self.names.name(lang)
    }
}
