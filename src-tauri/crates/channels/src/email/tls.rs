//! Whom to trust, and what a failed handshake says.

use super::mailbox::Mailbox;
use super::trouble::{Fault, Step, Trouble};
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{CertificateError, ClientConfig, RootCertStore};
use std::sync::Arc;

/// What a line needs to be encrypted.
#[derive(Debug, Clone)]
pub(super) struct Tls {
    pub(super) config: Arc<ClientConfig>,
    pub(super) name: ServerName<'static>,
}

impl Tls {
    /// The public certificates, and those that the mailbox trusts beside them.
    pub(super) fn new(mailbox: &Mailbox) -> Result<Self, Trouble> {
        let unfit = |fault| Trouble::of(Step::Settings, fault);
        let mut roots = RootCertStore {
            roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
        };
        for certificate in &mailbox.trusted {
            roots
                .add(CertificateDer::from(certificate.as_slice()))
                .map_err(|_| unfit(Fault::BadCertificate))?;
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|_| unfit(Fault::TlsFailed))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let host = mailbox.host.trim();
        let bare = host.strip_prefix('[').and_then(|h| h.strip_suffix(']'));
        let name = ServerName::try_from(bare.unwrap_or(host).to_owned())
            .map_err(|_| unfit(Fault::BadHost))?;
        Ok(Self {
            config: Arc::new(config),
            name,
        })
    }
}

/// What went wrong with the encryption.
pub(super) fn fault(error: &rustls::Error) -> Fault {
    use CertificateError as C;
    match error {
        rustls::Error::InvalidCertificate(why) => match why {
            C::UnknownIssuer | C::BadSignature => Fault::CertificateUntrusted,
            C::NotValidForName | C::NotValidForNameContext { .. } => Fault::CertificateWrongName,
            C::Expired | C::ExpiredContext { .. } => Fault::CertificateExpired,
            C::NotValidYet | C::NotValidYetContext { .. } => Fault::CertificateTooNew,
            _ => Fault::CertificateUnfit,
        },
        // No record of TLS at all: plain words, as a rule.
        rustls::Error::InvalidMessage(_) => Fault::NotTls,
        _ => Fault::TlsFailed,
    }
}
