//! Paging by key: cabinets, staff and the API ask for one row more than they show.

/// One page of a list paged by key.
#[derive(Debug, Clone)]
pub struct Keyed<T> {
    /// What is shown.
    pub rows: Vec<T>,
    /// The key to ask the next page with; nothing on the last.
    pub next: Option<i64>,
}

/// Cuts the extra row off and remembers where the next page starts.
pub fn cut_page<T>(mut rows: Vec<T>, size: usize, key: impl Fn(&T) -> i64) -> Keyed<T> {
    let more = rows.len() > size;
    rows.truncate(size);
    let next = if more { rows.last().map(key) } else { None };
    Keyed { rows, next }
}
