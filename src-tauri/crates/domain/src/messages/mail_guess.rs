//! What a mailbox's address tells of where it is, so that nobody has to look it up.

use super::mailbox::{MailSecurity, mail_domain};

/// Where mail of an address is handed in, as far as can be told from the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailGuess {
    pub host: String,
    pub port: u16,
    pub security: MailSecurity,
    pub user: String,
    /// Whether the provider is known; else it is what most have.
    pub certain: bool,
}

/// Encrypted from the start.
const TLS: (u16, MailSecurity) = (465, MailSecurity::Tls);
const STARTTLS: (u16, MailSecurity) = (587, MailSecurity::StartTls);

/// A name ending in `.` stands for that name in any country.
const PROVIDERS: &[(&str, (u16, MailSecurity), &[&str])] = &[
    ("smtp.gmail.com", TLS, &["gmail.com", "googlemail.com"]),
    (
        "smtp-mail.outlook.com",
        STARTTLS,
        &["outlook.", "hotmail.", "live.", "msn.com"],
    ),
    ("smtp.office365.com", STARTTLS, &["office365.com"]),
    (
        "mail.gmx.com",
        TLS,
        &["gmx.com", "gmx.us", "gmx.co.uk", "gmx.fr", "gmx.es"],
    ),
    ("mail.gmx.net", TLS, &["gmx."]),
    ("smtp.web.de", TLS, &["web.de", "email.de"]),
    (
        "securesmtp.t-online.de",
        TLS,
        &["t-online.de", "magenta.de"],
    ),
    (
        "smtp.ionos.de",
        TLS,
        &[
            "ionos.de",
            "1und1.de",
            "online.de",
            "onlinehome.de",
            "ionos.com",
        ],
    ),
    ("smtp.strato.de", TLS, &["strato.de", "strato.com"]),
    ("mx.freenet.de", TLS, &["freenet.de"]),
    (
        "smtp.mail.yahoo.com",
        TLS,
        &["yahoo.", "ymail.com", "rocketmail.com"],
    ),
    ("smtp.aol.com", TLS, &["aol."]),
    (
        "smtp.mail.me.com",
        STARTTLS,
        &["icloud.com", "me.com", "mac.com"],
    ),
    ("smtp.fastmail.com", TLS, &["fastmail.", "sent.com"]),
    ("posteo.de", TLS, &["posteo."]),
    ("smtp.mailbox.org", TLS, &["mailbox.org"]),
    ("smtp.zoho.eu", TLS, &["zoho.eu"]),
    ("smtp.zoho.com", TLS, &["zoho.com", "zohomail.com"]),
    ("smtp.orange.fr", TLS, &["orange.fr", "wanadoo.fr"]),
    ("smtp.free.fr", TLS, &["free.fr"]),
    ("smtp.sfr.fr", TLS, &["sfr.fr", "neuf.fr"]),
    ("smtp.laposte.net", TLS, &["laposte.net"]),
    ("smtpauths.bluewin.ch", TLS, &["bluewin.ch"]),
];

/// None for what is no address.
pub fn guess_mailbox(address: &str) -> Option<MailGuess> {
    let address = address.trim();
    let domain = mail_domain(address)?.to_lowercase();
    let is = |known: &str| match known.strip_suffix('.') {
        // Two labels of a country at most, such as `co.uk`.
        Some(name) => domain
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix('.'))
            .is_some_and(|country| {
                country
                    .split('.')
                    .all(|label| (2..=3).contains(&label.len()))
            }),
        None => domain == *known,
    };
    let known = PROVIDERS
        .iter()
        .find(|(_, _, domains)| domains.iter().any(|one| is(one)))
        .map(|(host, how, _)| (*host, *how));
    // Those who have their own domain there.
    let known = known.or_else(|| {
        domain
            .ends_with(".onmicrosoft.com")
            .then_some(("smtp.office365.com", STARTTLS))
    });
    let certain = known.is_some();
    let (host, (port, security)) = match known {
        Some((host, how)) => (host.to_owned(), how),
        None => (format!("mail.{domain}"), STARTTLS),
    };
    Some(MailGuess {
        host,
        port,
        security,
        user: address.to_owned(),
        certain,
    })
}
