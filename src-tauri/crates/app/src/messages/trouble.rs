//! What went wrong on the way to a mailbox, in words, and how a message remembers it.

use super::channels::MailTrouble;
use ::channels::email::{Advice, Fault, Step};
use chrono::{DateTime, Utc};
use domain::messages::Trouble;
use domain::{Said, said};

/// What is told of a trouble.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldTrouble {
    /// At which step.
    pub step: Said,
    pub what: Said,
    /// What to do about it.
    pub todo: Said,
    /// The server's own words.
    pub said: Option<String>,
}

impl ToldTrouble {
    pub fn of(trouble: &MailTrouble) -> Self {
        Self {
            step: step_said(trouble.step),
            what: fault_said(trouble.fault),
            todo: advice_said(trouble.advice()),
            said: trouble.said.clone(),
        }
    }

    /// Of one that was kept. A newer Daybook may have kept what this one does not know.
    pub fn of_kept(trouble: &Trouble) -> Self {
        let step = Step::ALL.iter().find(|one| one.name() == trouble.step);
        let fault = Fault::ALL.iter().find(|one| one.name() == trouble.fault);
        let advice = Advice::ALL.iter().find(|one| one.name() == trouble.advice);
        Self {
            step: step_said(*step.unwrap_or(&Step::Settings)),
            what: fault.map_or_else(|| said("mail-fault-unknown"), |fault| fault_said(*fault)),
            todo: advice_said(*advice.unwrap_or(&Advice::Wait)),
            said: trouble.said.clone(),
        }
    }
}

/// As it is kept, met at `now` after `before`.
pub(super) fn kept(trouble: &MailTrouble, before: Option<&Trouble>, now: DateTime<Utc>) -> Trouble {
    Trouble {
        since: now,
        step: trouble.step.name().to_owned(),
        fault: trouble.fault.name().to_owned(),
        advice: trouble.advice().name().to_owned(),
        said: trouble.said.clone(),
        times: 0,
        again: now,
    }
    .met(before, now)
}

/// As a message keeps why it did not get there.
pub(super) fn written(trouble: &MailTrouble) -> String {
    trouble.to_string()
}

/// What a message kept, in words: that of a mailbox by its name, all else as it was said.
pub(super) fn read(what: &str) -> Said {
    let known = what.split_once(": ").and_then(|(step, rest)| {
        Step::ALL.iter().find(|one| one.name() == step)?;
        let (fault, words) = rest.split_once(" (").unwrap_or((rest, ""));
        let fault = Fault::ALL.iter().find(|one| one.name() == fault)?;
        Some((*fault, words.strip_suffix(')').unwrap_or(words)))
    });
    match known {
        Some((fault, "")) => fault_said(fault),
        Some((fault, words)) => said("mail-told")
            .with("what", fault_said(fault))
            .with("said", words),
        None => said("sending-refused").with("what", what),
    }
}

/// What is told where this machine has no way out at all.
pub(super) fn no_channels() -> MailTrouble {
    MailTrouble {
        step: Step::Settings,
        fault: Fault::Unreachable,
        said: None,
    }
}

fn step_said(step: Step) -> Said {
    said(match step {
        Step::Settings => "mail-step-settings",
        Step::Letter => "mail-step-letter",
        Step::Name => "mail-step-name",
        Step::Connect => "mail-step-connect",
        Step::Greeting => "mail-step-greeting",
        Step::Hello => "mail-step-hello",
        Step::Encryption => "mail-step-encryption",
        Step::Login => "mail-step-login",
        Step::Sender => "mail-step-sender",
        Step::Recipient => "mail-step-recipient",
        Step::Text => "mail-step-text",
        Step::Verdict => "mail-step-verdict",
    })
}

fn fault_said(fault: Fault) -> Said {
    use Fault as F;
    said(match fault {
        F::BadHost => "mail-fault-bad-host",
        F::BadSender => "mail-fault-bad-sender",
        F::BadReplyTo => "mail-fault-bad-reply-to",
        F::BadLogin => "mail-fault-bad-login",
        F::BadCertificate => "mail-fault-bad-certificate",
        F::BadRecipient => "mail-fault-bad-recipient",
        F::BadLetter => "mail-fault-bad-letter",
        F::NameNotFound => "mail-fault-name-not-found",
        F::PortRefused => "mail-fault-port-refused",
        F::Unreachable => "mail-fault-unreachable",
        F::NoAnswer => "mail-fault-no-answer",
        F::Cut => "mail-fault-cut",
        F::NotMail => "mail-fault-not-mail",
        F::NotTls => "mail-fault-not-tls",
        F::WantsTls => "mail-fault-wants-tls",
        F::NoStartTls => "mail-fault-no-starttls",
        F::PlainNotAllowed => "mail-fault-plain-not-allowed",
        F::TlsFailed => "mail-fault-tls-failed",
        F::CertificateUntrusted => "mail-fault-certificate-untrusted",
        F::CertificateWrongName => "mail-fault-certificate-wrong-name",
        F::CertificateExpired => "mail-fault-certificate-expired",
        F::CertificateTooNew => "mail-fault-certificate-too-new",
        F::CertificateUnfit => "mail-fault-certificate-unfit",
        F::LoginMissing => "mail-fault-login-missing",
        F::LoginNotOffered => "mail-fault-login-not-offered",
        F::LoginRefused => "mail-fault-login-refused",
        F::AppPasswordNeeded => "mail-fault-app-password-needed",
        F::TokenRefused => "mail-fault-token-refused",
        F::SenderRefused => "mail-fault-sender-refused",
        F::RecipientRefused => "mail-fault-recipient-refused",
        F::RecipientNotNow => "mail-fault-recipient-not-now",
        F::AddressNotCarried => "mail-fault-address-not-carried",
        F::TextRefused => "mail-fault-text-refused",
        F::TextNotNow => "mail-fault-text-not-now",
        F::QuotaReached => "mail-fault-quota-reached",
        F::ServerBusy => "mail-fault-server-busy",
        F::ServerRefuses => "mail-fault-server-refuses",
    })
}

fn advice_said(advice: Advice) -> Said {
    use Advice as A;
    said(match advice {
        A::Wait => "mail-todo-wait",
        A::CheckHost => "mail-todo-check-host",
        A::CheckPort => "mail-todo-check-port",
        A::CheckNetwork => "mail-todo-check-network",
        A::ChooseTls => "mail-todo-choose-tls",
        A::ChooseStartTls => "mail-todo-choose-starttls",
        A::ChooseEncryption => "mail-todo-choose-encryption",
        A::UseProvidersName => "mail-todo-use-providers-name",
        A::TrustCertificate => "mail-todo-trust-certificate",
        A::CheckClock => "mail-todo-check-clock",
        A::AskProvider => "mail-todo-ask-provider",
        A::EnterLogin => "mail-todo-enter-login",
        A::CheckLogin => "mail-todo-check-login",
        A::MakeAppPassword => "mail-todo-make-app-password",
        A::RenewToken => "mail-todo-renew-token",
        A::CheckSender => "mail-todo-check-sender",
        A::CheckReplyTo => "mail-todo-check-reply-to",
        A::CheckRecipient => "mail-todo-check-recipient",
        A::Report => "mail-todo-report",
    })
}
