//! A real mail server on this machine: Postfix, with encryption and login, under settings and in
//! folders of its own. What it takes it hands on to a server of the test.

use crate::letters::{PRACTICE, mailbox, password};
use crate::server::Server;
use channels::email::{Mailbox, Security};
use rcgen::{CertificateParams, KeyPair};
use std::fs;
use std::io::Write;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const MASTER: &str = "/usr/lib/postfix/sbin/master";

pub(crate) struct Postfix {
    folder: tempfile::TempDir,
    behind: Server,
    tls_port: u16,
    start_tls_port: u16,
    certificate: Vec<u8>,
}

/// None where there is no Postfix, or where it may not be started; both are said.
pub(crate) fn postfix() -> Option<Postfix> {
    let required = std::env::var_os("DAYBOOK_MAIL_TESTS").is_some_and(|value| value == "required");
    let missing = if !Path::new(MASTER).exists() || which("saslpasswd2").is_none() {
        Some("Postfix, libsasl2-modules and sasl2-bin are not installed")
    } else if !is_root() {
        Some("Postfix can be started by root alone")
    } else {
        None
    };
    if let Some(missing) = missing {
        assert!(!required, "{missing}");
        println!("Left out: {missing}.");
        return None;
    }
    Some(Postfix::start())
}

fn which(program: &str) -> Option<PathBuf> {
    let folders = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"];
    let mut paths = folders
        .map(|folder| Path::new(folder).join(program))
        .into_iter();
    paths.find(|path| path.exists())
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout == b"0\n"
}

fn number(option: &str) -> u32 {
    let id = Command::new("id")
        .args([option, "postfix"])
        .output()
        .unwrap();
    String::from_utf8(id.stdout)
        .unwrap()
        .trim()
        .parse()
        .unwrap()
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

impl Postfix {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        for name in ["conf", "conf/sasl", "queue", "data"] {
            fs::create_dir(at(name)).unwrap();
        }
        let owner = number("-u");
        chown(at("data"), Some(owner), Some(number("-g"))).unwrap();

        let about = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        let key = KeyPair::generate().unwrap();
        let certificate = about.self_signed(&key).unwrap();
        fs::write(at("key.pem"), key.serialize_pem()).unwrap();
        fs::set_permissions(at("key.pem"), fs::Permissions::from_mode(0o600)).unwrap();
        fs::write(at("certificate.pem"), certificate.pem()).unwrap();

        let mut passwords = Command::new("saslpasswd2")
            .args(["-c", "-p", "-u", "localhost", "-f"])
            .arg(at("sasldb"))
            .arg("praxis")
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = passwords.stdin.take().unwrap();
        stdin.write_all(b"ge heim").unwrap();
        drop(stdin);
        assert!(passwords.wait().unwrap().success());
        chown(at("sasldb"), Some(owner), None).unwrap();

        let (tls_port, start_tls_port) = (free_port(), free_port());
        let here = folder.path().display();
        fs::write(at("conf/dynamicmaps.cf"), "").unwrap();
        fs::write(at("conf/sasl/smtpd.conf"), sasl(&here)).unwrap();
        let behind = Server::planned(&[]);
        fs::write(at("conf/main.cf"), main(&here, behind.port)).unwrap();
        fs::write(at("conf/master.cf"), services(tls_port, start_tls_port)).unwrap();
        let postfix = Self {
            tls_port,
            start_tls_port,
            certificate: certificate.der().to_vec(),
            behind,
            folder,
        };
        // The folders of its queue; then it comes back when it listens.
        let master = || {
            let conf = postfix.folder.path().join("conf");
            Command::new(MASTER).arg("-w").arg("-c").arg(conf).output()
        };
        for done in [postfix.asked("check"), master().unwrap()] {
            assert!(done.status.success(), "{done:?}\n{}", postfix.log());
        }
        postfix
    }

    fn asked(&self, what: &str) -> Output {
        let conf = self.folder.path().join("conf");
        let mut postfix = Command::new("postfix");
        postfix.arg("-c").arg(conf).arg(what).output().unwrap()
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// So many mails as they were delivered.
    pub(crate) fn delivered(&self, count: usize) -> Vec<Vec<u8>> {
        let taken = self.behind.wait_for_taken(count);
        assert_eq!(taken.len(), count, "{}", self.log());
        taken.into_iter().map(|mail| mail.data).collect()
    }

    pub(crate) fn mailbox(&self, security: Security) -> Mailbox {
        let port = match security {
            Security::Tls => self.tls_port,
            _ => self.start_tls_port,
        };
        Mailbox {
            host: "localhost".to_owned(),
            security,
            trusted: vec![self.certificate.clone()],
            login: password("praxis", "ge heim"),
            ..mailbox(port)
        }
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        let stopped = self.asked("stop");
        if !stopped.status.success() {
            println!("{stopped:?}");
        }
    }
}

fn sasl(here: &dyn std::fmt::Display) -> String {
    format!(
        "pwcheck_method: auxprop\nauxprop_plugin: sasldb\nsasldb_path: {here}/sasldb\n\
         mech_list: PLAIN LOGIN\n"
    )
}

fn main(here: &dyn std::fmt::Display, behind: u16) -> String {
    format!(
        "compatibility_level = 3.6
queue_directory = {here}/queue
data_directory = {here}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = localhost
mydestination =
mynetworks =
local_recipient_maps =
alias_maps =
alias_database =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
maillog_file = {here}/log
maillog_file_prefixes = {here}
virtual_mailbox_domains = example.net
virtual_transport = lmtp:inet:127.0.0.1:{behind}
virtual_mailbox_maps = inline:{{{{anna@example.net=anna/}}}}
smtpd_tls_cert_file = {here}/certificate.pem
smtpd_tls_key_file = {here}/key.pem
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_local_domain = localhost
cyrus_sasl_config_path = {here}/conf/sasl
smtpd_sender_login_maps = inline:{{{{{PRACTICE}=praxis@localhost}}}}
smtpd_sender_restrictions = reject_sender_login_mismatch
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
"
    )
}

/// The only one that sends anything sends it to this machine.
fn services(tls_port: u16, start_tls_port: u16) -> String {
    format!(
        "127.0.0.1:{tls_port} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
127.0.0.1:{start_tls_port} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"
    )
}
