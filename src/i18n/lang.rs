//! The languages, and things that have a name in each.

use std::sync::Arc;

use crate::kernel::text_enum;

text_enum! {
    /// A language of the interface. Russian is the default and has no prefix in addresses.
    pub enum Lang {
        /// Russian.
        Ru = "ru",
        /// Kazakh.
        Kk = "kk",
        /// English.
        En = "en",
    }
}

impl Lang {
    /// The address prefix: empty, `/kk` or `/en`.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Ru => "",
            Self::Kk => "/kk",
            Self::En => "/en",
        }
    }

    /// The two-letter code.
    pub const fn code(self) -> &'static str {
        self.as_str()
    }

    /// The language for Open Graph's `og:locale`.
    pub const fn territory(self) -> &'static str {
        match self {
            Self::Ru => "ru_KZ",
            Self::Kk => "kk_KZ",
            Self::En => "en_US",
        }
    }
}

/// A name that staff keep in three languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    ru: Arc<str>,
    kk: Arc<str>,
    en: Arc<str>,
}

impl Names {
    /// From the three columns.
    pub fn new(ru: &str, kk: &str, en: &str) -> Self {
        Self { ru: ru.into(), kk: kk.into(), en: en.into() }
    }
}

/// Anything with a name in three languages.
pub trait Named {
    /// The name in `lang`.
    fn name(&self, lang: Lang) -> &str;
}

impl Named for Names {
    fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ru => &self.ru,
            Lang::Kk => &self.kk,
            Lang::En => &self.en,
        }
    }
}

impl<T: Named + ?Sized> Named for &T {
    fn name(&self, lang: Lang) -> &str {
        (**self).name(lang)
    }
}

impl<T: Named + ?Sized> Named for Arc<T> {
    fn name(&self, lang: Lang) -> &str {
        (**self).name(lang)
    }
}
