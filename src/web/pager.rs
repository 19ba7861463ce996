//! Numbered pages of shoppers' lists: 1 to 50, deeper through filters.

/// The farthest page a list shows.
pub const LAST_PAGE: u32 = 50;

/// Where we are in a list.
pub struct Pager {
    /// This page, from 1.
    pub current: u32,
    /// The last page that is shown.
    pub last: u32,
    /// The page that was asked for, which may lie beyond the last.
    asked: u32,
    /// Path and query without the page, for example `/c/laptops?sort=cheap`.
    base: String,
}

/// A link to a page, or the page we are on.
pub struct Step {
    /// Its number.
    pub number: u32,
    /// Its address, without language.
    pub href: String,
}

impl Pager {
    /// `base` is path and query without the page; `total` rows, `size` a page.
    pub fn new(base: impl Into<String>, current: u32, total: u64, size: u32) -> Self {
        let pages = u32::try_from(total.div_ceil(u64::from(size.max(1)))).unwrap_or(LAST_PAGE);
        let last = pages.clamp(1, LAST_PAGE);
        Self { current: current.clamp(1, last), last, asked: current, base: base.into() }
    }

    /// The address of a page; the first has none of its own.
    pub fn href(&self, page: u32) -> String {
        let joint = if self.base.contains('?') { '&' } else { '?' };
        if page <= 1 { self.base.clone() } else { format!("{}{joint}page={page}", self.base) }
    }

    /// The list ends before the page that was asked for.
    pub fn is_beyond(&self) -> bool {
        self.asked > self.last
    }

    /// The address of the last page.
    pub fn last_href(&self) -> String {
        self.href(self.last)
    }

    /// The page before.
    pub fn previous(&self) -> Option<String> {
        (self.current > 1).then(|| self.href(self.current - 1))
    }

    /// The page after.
    pub fn next(&self) -> Option<String> {
        (self.current < self.last).then(|| self.href(self.current + 1))
    }

    /// The first, the last and the neighbours; `None` stands for a gap.
    pub fn steps(&self) -> Vec<Option<Step>> {
        let link = |number| Step { number, href: self.href(number) };
        let near = self.current.saturating_sub(2)..=self.current + 2;
        let mut steps = Vec::new();
        let mut before = 0;
        for page in (1..=self.last).filter(|page| *page == 1 || *page == self.last || near.contains(page)) {
            match page - before {
                1 => {}
                2 => steps.push(Some(link(page - 1))),
                _ => steps.push(None),
            }
            steps.push(Some(link(page)));
            before = page;
        }
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(current: u32, last: u32) -> String {
        let pager = Pager::new("/c", current, u64::from(last), 1);
        pager.steps().iter().map(|step| step.as_ref().map_or("…".into(), |step| step.number.to_string())).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_gap_of_one_page_is_that_page() {
        assert_eq!(steps(1, 1), "1");
        assert_eq!(steps(1, 9), "1 2 3 … 9");
        assert_eq!(steps(4, 9), "1 2 3 4 5 6 … 9");
        assert_eq!(steps(5, 9), "1 2 3 4 5 6 7 8 9");
        assert_eq!(steps(25, 50), "1 … 23 24 25 26 27 … 50");
    }

    #[test]
    fn pages_stay_within_the_list() {
        assert_eq!(Pager::new("/c", 9, 30, 24).current, 2);
        assert_eq!(Pager::new("/c", 0, 0, 24).last, 1);
        assert_eq!(Pager::new("/c", 1, 1_000_000, 24).last, LAST_PAGE);
    }

    #[test]
    fn addresses_keep_the_query() {
        let pager = Pager::new("/search?q=чай", 1, 100, 24);
        assert_eq!(pager.href(1), "/search?q=чай");
        assert_eq!(pager.href(2), "/search?q=чай&page=2");
        assert_eq!(Pager::new("/c/tea", 1, 100, 24).href(3), "/c/tea?page=3");
    }
}
