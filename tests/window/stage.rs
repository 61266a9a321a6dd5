//! A desktop of its own for one test: screen, bus, keyring, WebDriver, and a person's folders.
//! Everything started here is stopped here, by its own process id.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// What the machine needs; `tests/run` installs it.
const PROGRAMS: [&str; 4] = [
    "Xvfb",
    "dbus-daemon",
    "gnome-keyring-daemon",
    "WebKitWebDriver",
];
/// Set where a missing program is a failure and not a reason to skip.
const REQUIRED: &str = "DAYBOOK_WINDOW_TESTS";
const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) struct Stage {
    home: TempDir,
    display: String,
    bus: String,
    port: u16,
    running: Vec<Child>,
}

impl Stage {
    /// None, with a line that says why, where the machine cannot show a window.
    pub(crate) fn set() -> Option<Self> {
        let missing: Vec<&str> = PROGRAMS.into_iter().filter(|name| !on_path(name)).collect();
        if !missing.is_empty() {
            let reason = format!("not on this machine: {}", missing.join(", "));
            assert!(
                std::env::var(REQUIRED).as_deref() != Ok("required"),
                "The window cannot be tested; {reason}. ./tests/run installs it."
            );
            println!("skipped; {reason}");
            return None;
        }
        assert!(
            tests::program("daybook-desktop").exists(),
            "The programs are not built. Run: cargo build -p shell -p cli"
        );
        let mut stage = Self {
            home: tempfile::Builder::new()
                .prefix("desk")
                .tempdir()
                .expect("a temporary folder"),
            display: String::new(),
            bus: String::new(),
            port: free_port(),
            running: Vec::new(),
        };
        for folder in ["cache", "config", "data", "run", "state", "tmp"] {
            fs::create_dir(stage.folder(folder)).expect("a folder of the person");
        }
        only_mine(&stage.folder("run"));
        stage.start_screen();
        stage.start_bus();
        stage.start_keyring();
        stage.start_driver();
        Some(stage)
    }

    /// A folder of the person at this desk: `cache`, `config`, `data`, `run`, `state`, `tmp`, or any other.
    pub(crate) fn folder(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    pub(crate) fn driver(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The command line of Daybook, at this desk.
    pub(crate) fn daybook(&self, practice: &Path, passphrase: &Path, arguments: &[&str]) -> String {
        let mut command = self.command(&tests::program("daybook"));
        let output = command
            .arg("--practice")
            .arg(practice)
            .arg("--passphrase-file")
            .arg(passphrase)
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .expect("daybook starts");
        assert!(
            output.status.success(),
            "daybook {arguments:?} refused: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).expect("daybook writes UTF-8")
    }

    /// Kills the window and the processes of its page at once, as a power cut would.
    pub(crate) fn crash_window(&self) {
        let driver = self
            .running
            .last()
            .expect("the driver was started last")
            .id();
        let mut victims = offspring(driver);
        assert!(!victims.is_empty(), "the driver started a window");
        victims.reverse();
        for victim in victims {
            let killed = Command::new("kill")
                .args(["-9", &victim.to_string()])
                .stderr(Stdio::null())
                .status();
            assert!(killed.is_ok(), "kill is on every machine");
        }
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("LANG", "C.UTF-8")
            .env("HOME", self.home())
            .env("TMPDIR", self.folder("tmp"))
            .env("XDG_CACHE_HOME", self.folder("cache"))
            .env("XDG_CONFIG_HOME", self.folder("config"))
            .env("XDG_DATA_HOME", self.folder("data"))
            .env("XDG_RUNTIME_DIR", self.folder("run"))
            .env("XDG_STATE_HOME", self.folder("state"))
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("GDK_BACKEND", "x11")
            .env("GIO_USE_VFS", "local")
            .env("GSETTINGS_BACKEND", "memory")
            .env("GTK_A11Y", "none")
            .env("NO_AT_BRIDGE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        command
    }

    /// Starts a program that stays; what it says on stderr is kept in the person's folder.
    fn start(&mut self, name: &str, arguments: &[&str], input: Stdio, output: Stdio) -> &mut Child {
        let log = File::create(self.folder(&format!("{name}.log"))).expect("a file for its words");
        let child = self
            .command(Path::new(name))
            .args(arguments)
            .stdin(input)
            .stdout(output)
            .stderr(log)
            .spawn()
            .unwrap_or_else(|error| panic!("{name} does not start: {error}"));
        self.running.push(child);
        self.running.last_mut().expect("it was just put there")
    }

    fn start_screen(&mut self) {
        let screen = self.start(
            "Xvfb",
            &[
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1920x1080x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            Stdio::null(),
            Stdio::piped(),
        );
        self.display = format!(":{}", first_line(screen, "Xvfb"));
    }

    fn start_bus(&mut self) {
        let bus = self.start(
            "dbus-daemon",
            &["--session", "--nofork", "--print-address=1"],
            Stdio::null(),
            Stdio::piped(),
        );
        self.bus = first_line(bus, "dbus-daemon");
    }

    fn start_keyring(&mut self) {
        let keyring = self.start(
            "gnome-keyring-daemon",
            &["--foreground", "--unlock", "--components=secrets"],
            Stdio::piped(),
            Stdio::null(),
        );
        let mut password = keyring.stdin.take().expect("its input is a pipe");
        password
            .write_all(b"a keyring for a test")
            .expect("the keyring listens");
    }

    fn start_driver(&mut self) {
        let port = format!("--port={}", self.port);
        self.start(
            "WebKitWebDriver",
            &[port.as_str(), "--host=127.0.0.1"],
            Stdio::null(),
            Stdio::null(),
        );
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(began.elapsed() < PATIENCE, "WebKitWebDriver never listened");
            std::thread::yield_now();
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        for child in self.running.iter_mut().rev() {
            // The driver's own children first: they do not all end with it.
            for orphan in offspring(child.id()).into_iter().rev() {
                let _ = Command::new("kill")
                    .args(["-9", &orphan.to_string()])
                    .stderr(Stdio::null())
                    .status();
            }
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn on_path(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).exists())
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
        .port()
}

fn only_mine(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).expect("it is ours");
}

fn first_line(child: &mut Child, name: &str) -> String {
    let output = child.stdout.take().expect("its output is a pipe");
    let mut line = String::new();
    BufReader::new(output)
        .read_line(&mut line)
        .expect("its output can be read");
    assert!(!line.is_empty(), "{name} ended before it was ready");
    line.trim().to_owned()
}

/// All processes below one, parents before children.
fn offspring(of: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .expect("Linux has it")
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|pid: u32| Some((pid, parent(pid)?)))
        .collect();
    let mut found = vec![of];
    let mut next = 0;
    while next < found.len() {
        let above = found[next];
        found.extend(
            parents
                .iter()
                .filter(|(_, parent)| *parent == above)
                .map(|(pid, _)| *pid),
        );
        next += 1;
    }
    found.remove(0);
    found
}

fn parent(pid: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name of the program, in brackets, may hold anything.
    let after_name = &stat[stat.rfind(')')? + 1..];
    after_name.split_whitespace().nth(1)?.parse().ok()
}
