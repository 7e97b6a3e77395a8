//! Closed lists of names, as enums that know how their members are written.

/// Makes an enum whose members stand for the names of a published list.
macro_rules! named {
    ($(#[$about:meta])* $list:ident { $($(#[$note:meta])* $member:ident = $name:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum $list {
            $(
                $(#[$note])*
                #[doc = concat!("“", $name, "”")]
                $member,
            )+
        }

        impl $list {
            /// All of them, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$member),+];

            /// As the list writes it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$member => $name),+
                }
            }

            /// The member of this name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.name() == name)
            }
        }
    };
}

pub(crate) use named;
