//! The names of closed sets, such as a status: one word a variant, which a file keeps for ever.

/// Gives each variant of an enum the word it is stored and exported under.
macro_rules! names {
    ($type:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        impl $type {
            /// The name that is stored and exported.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The reverse of `name`.
            pub fn named(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

pub(crate) use names;
