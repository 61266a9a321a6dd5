//! What went wrong on the way to somebody's mailbox, where, and whose affair it is.

use std::fmt;

/// Names that are kept and put into words elsewhere.
macro_rules! named {
    ($(#[$about:meta])* $type:ident { $($(#[$what:meta])* $variant:ident = $name:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $($(#[$what])* $variant,)+ }

        impl $type {
            /// All of them.
            pub const ALL: &'static [$type] = &[$($type::$variant,)+];

            /// In one word of lower-case letters and dashes, which stays as it is.
            pub fn name(self) -> &'static str {
                match self { $($type::$variant => $name,)+ }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}
pub(super) use named;

named! {
    /// How far it came, in the order of the way.
    Step {
        /// The mailbox as it was set up.
        Settings = "settings",
        /// What was to be sent.
        Letter = "letter",
        /// Finding the server by its name.
        Name = "name",
        Connect = "connect",
        Greeting = "greeting",
        Hello = "hello",
        Encryption = "encryption",
        Login = "login",
        /// Whether the mailbox may send from its address.
        Sender = "sender",
        /// Whether the server takes mail for the recipient.
        Recipient = "recipient",
        /// Leave to send the text, and the text as far as its last dot.
        Text = "text",
        /// The word on the whole, behind the last dot.
        Verdict = "verdict",
    }
}

named! {
    /// What went wrong.
    Fault {
        BadHost = "bad-host",
        BadSender = "bad-sender",
        BadReplyTo = "bad-reply-to",
        /// A user or a password that cannot be said.
        BadLogin = "bad-login",
        /// What is to be trusted is no certificate.
        BadCertificate = "bad-certificate",
        BadRecipient = "bad-recipient",
        /// A Message-ID or a date that cannot be.
        BadLetter = "bad-letter",
        /// No server goes by that name, or this machine is offline.
        NameNotFound = "name-not-found",
        /// Nobody listens on that port.
        PortRefused = "port-refused",
        /// There is no way there: offline, as a rule.
        Unreachable = "unreachable",
        /// It said nothing in time.
        NoAnswer = "no-answer",
        /// The line broke.
        Cut = "cut",
        /// What it said is nothing a mail server says.
        NotMail = "not-mail",
        /// It begins in clear, and encryption from the start was wanted.
        NotTls = "not-tls",
        /// It seems to want encryption from the start.
        WantsTls = "wants-tls",
        /// It knows no STARTTLS.
        NoStartTls = "no-starttls",
        /// Without encryption only this machine itself is spoken to.
        PlainNotAllowed = "plain-not-allowed",
        /// No way of encrypting that both know.
        TlsFailed = "tls-failed",
        CertificateUntrusted = "certificate-untrusted",
        CertificateWrongName = "certificate-wrong-name",
        CertificateExpired = "certificate-expired",
        /// Good from a later day on, so a clock is wrong.
        CertificateTooNew = "certificate-too-new",
        CertificateUnfit = "certificate-unfit",
        /// It wants a login, or will not pass mail on without.
        LoginMissing = "login-missing",
        /// No way of logging in that both know.
        LoginNotOffered = "login-not-offered",
        LoginRefused = "login-refused",
        /// The provider wants a password made for programs.
        AppPasswordNeeded = "app-password-needed",
        TokenRefused = "token-refused",
        SenderRefused = "sender-refused",
        RecipientRefused = "recipient-refused",
        /// Greylisted, or its mailbox is full.
        RecipientNotNow = "recipient-not-now",
        /// The address has letters that this server does not carry.
        AddressNotCarried = "address-not-carried",
        TextRefused = "text-refused",
        TextNotNow = "text-not-now",
        /// So many mails were sent that the provider takes no more for now.
        QuotaReached = "quota-reached",
        ServerBusy = "server-busy",
        /// It does not speak to this machine at all.
        ServerRefuses = "server-refuses",
    }
}

/// What went wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    pub step: Step,
    pub fault: Fault,
    /// The server's own words with its codes: one line of at most 200 characters. It may name the
    /// recipient.
    pub said: Option<String>,
}

impl Trouble {
    pub(super) fn of(step: Step, fault: Fault) -> Self {
        Self {
            step,
            fault,
            said: None,
        }
    }

    /// Whether every other message would have met with the same, so that none is worth trying now.
    pub fn is_of_the_mailbox(&self) -> bool {
        use Fault as F;
        !matches!(
            self.fault,
            F::BadRecipient
                | F::BadLetter
                | F::RecipientRefused
                | F::RecipientNotNow
                | F::AddressNotCarried
                | F::TextRefused
                | F::TextNotNow
        )
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.step, self.fault)?;
        if let Some(said) = &self.said {
            write!(f, " ({said})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Trouble {}
