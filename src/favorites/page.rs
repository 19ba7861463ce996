//! The pages of this room.

use askama::Template;

use super::{FavoriteList, Goods};
use crate::web::{Form, Pager, filters};

/// One of the person's lists, with the others beside it.
#[derive(Template)]
#[template(path = "favorites/list.html")]
pub struct ListPage {
    pub lists: Vec<(FavoriteList, i64)>,
    pub list: FavoriteList,
    pub total: i64,
    pub goods: Vec<Goods>,
    pub pager: Pager,
}

impl ListPage {
    /// The lists that goods can be moved to from here.
    fn others(&self) -> impl Iterator<Item = &FavoriteList> {
        self.lists.iter().map(|(list, _)| list).filter(|list| list.id != self.list.id)
    }

    fn path(&self) -> String {
        format!("/favorites/{}", self.list.id)
    }
}

/// Nothing has a heart yet.
#[derive(Template)]
#[template(path = "favorites/empty.html")]
pub struct Empty;

/// A list behind its secret link: nothing of its owner but the name that they gave it.
#[derive(Template)]
#[template(path = "favorites/shared.html")]
pub struct Shared {
    pub list: FavoriteList,
    pub total: i64,
    pub goods: Vec<Goods>,
    pub pager: Pager,
}

/// A new list.
#[derive(Template)]
#[template(path = "favorites/new.html")]
pub struct New {
    pub form: Form,
}

/// A list's settings: name, letters, sharing.
#[derive(Template)]
#[template(path = "favorites/edit.html")]
pub struct Edit {
    pub form: Form,
    pub list: FavoriteList,
    /// The full secret link, while it is shared.
    pub link: Option<String>,
}

/// Before a list is deleted.
#[derive(Template)]
#[template(path = "favorites/delete.html")]
pub struct Delete {
    pub form: Form,
    pub list: FavoriteList,
    pub total: i64,
}

/// Before the letters about a list are called off, and after.
#[derive(Template)]
#[template(path = "favorites/mute.html")]
pub struct Mute {
    pub token: String,
    pub done: bool,
}
