//! What the desk can do about it.

use super::trouble::{Fault, Step, Trouble, named};
use std::fmt;

named! {
    /// What to do.
    Advice {
        /// It passes by itself.
        Wait = "wait",
        /// See whether this computer is online, and whether the server's name is right.
        CheckHost = "check-host",
        /// See whether the port is right, and whether a firewall is in between.
        CheckPort = "check-port",
        CheckNetwork = "check-network",
        /// Choose encryption from the start, as a rule with port 465.
        ChooseTls = "choose-tls",
        /// Choose STARTTLS, as a rule with port 587.
        ChooseStartTls = "choose-starttls",
        /// Choose any encryption.
        ChooseEncryption = "choose-encryption",
        /// Use the name that the provider gives, not another one of the same machine.
        UseProvidersName = "use-providers-name",
        /// Trust the certificate of a server of one's own.
        TrustCertificate = "trust-certificate",
        CheckClock = "check-clock",
        AskProvider = "ask-provider",
        /// Enter user and password.
        EnterLogin = "enter-login",
        /// See whether user and password are right.
        CheckLogin = "check-login",
        /// Make a password for programs in the provider's settings.
        MakeAppPassword = "make-app-password",
        /// Allow access at the provider anew.
        RenewToken = "renew-token",
        /// Send from the address that the login belongs to.
        CheckSender = "check-sender",
        CheckReplyTo = "check-reply-to",
        /// See whether the patient's address is right.
        CheckRecipient = "check-recipient",
        /// Tell whoever makes this program.
        Report = "report",
    }
}

impl Trouble {
    /// What to do about it.
    pub fn advice(&self) -> Advice {
        use Advice as A;
        use Fault as F;
        match self.fault {
            F::BadHost | F::NameNotFound => A::CheckHost,
            F::PortRefused | F::NotMail => A::CheckPort,
            F::Unreachable => A::CheckNetwork,
            F::NoAnswer if self.step <= Step::Greeting => A::CheckPort,
            F::NoAnswer | F::Cut | F::ServerBusy | F::QuotaReached => A::Wait,
            F::RecipientNotNow | F::TextNotNow => A::Wait,
            F::NotTls => A::ChooseStartTls,
            F::WantsTls | F::NoStartTls => A::ChooseTls,
            F::PlainNotAllowed => A::ChooseEncryption,
            F::BadCertificate | F::CertificateUntrusted => A::TrustCertificate,
            F::CertificateWrongName => A::UseProvidersName,
            F::CertificateExpired | F::CertificateTooNew => A::CheckClock,
            F::TlsFailed | F::CertificateUnfit | F::ServerRefuses => A::AskProvider,
            F::LoginNotOffered | F::TextRefused => A::AskProvider,
            F::LoginMissing => A::EnterLogin,
            F::BadLogin | F::LoginRefused => A::CheckLogin,
            F::AppPasswordNeeded => A::MakeAppPassword,
            F::TokenRefused => A::RenewToken,
            F::BadSender | F::SenderRefused => A::CheckSender,
            F::BadReplyTo => A::CheckReplyTo,
            F::BadRecipient | F::RecipientRefused | F::AddressNotCarried => A::CheckRecipient,
            F::BadLetter => A::Report,
        }
    }
}
