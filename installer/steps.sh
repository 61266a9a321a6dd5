# What ./installer/run and ./tests/run have in common. Sourced by bash, from the root of the repository.

set -Eeuo pipefail
export LC_ALL=C.UTF-8

step_name="starting"
step_since=$SECONDS

# Says what begins now, and how long the step before it took.
step() {
  step_done
  step_name=$1
  step_since=$SECONDS
  printf '\n== %s\n' "$1"
}

step_done() {
  local took=$((SECONDS - step_since))
  if [ "$took" -ge 2 ]; then printf '   (%s: %d s)\n' "$step_name" "$took"; fi
}

# Ends with a reason.
give_up() {
  trap - ERR
  printf '\nStopped while %s.\n%s\n' "$step_name" "$1" >&2
  exit 1
}

trap 'give_up "The command at line $LINENO of ${BASH_SOURCE[0]##*/} failed: $BASH_COMMAND"' ERR

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    give_up "Packages are missing, and neither are you root nor is there sudo. As root, run: $*"
  fi
}

# Needed to build the window and the encrypted database.
build_packages="build-essential curl file libdbus-1-dev librsvg2-dev libsoup-3.0-dev libssl-dev libwebkit2gtk-4.1-dev perl pkg-config"

# Installs whichever of the named Debian packages are missing; asks dpkg first, so it is quick when none is.
need_packages() {
  command -v dpkg-query >/dev/null || give_up "This script knows Debian and Ubuntu. Elsewhere, install the likes of: $*"
  local missing=() package
  for package in "$@"; do
    case "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" in
      installed) ;;
      *) missing+=("$package") ;;
    esac
  done
  if [ ${#missing[@]} = 0 ]; then
    echo "   All $# are there."
    return
  fi
  echo "   Installing: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}" </dev/null
}

# at_least WANTED FOUND
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n1)" = "$1" ]; }

need_languages() {
  local rust node wanted
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  command -v cargo >/dev/null || give_up "There is no Rust here. Install it from https://rustup.rs and try again."
  rust=$(rustc --version | cut -d' ' -f2)
  at_least "$wanted" "$rust" || give_up "Rust $wanted or newer is needed, and this is $rust. Run: rustup update stable"
  command -v npm >/dev/null || give_up "There is no Node.js with npm here. Version 20.19 or newer is needed."
  node=$(node --version)
  at_least 20.19 "${node#v}" || give_up "Node.js 20.19 or newer is needed, and this is ${node#v}."
  echo "   Rust $rust, Node.js ${node#v}."
}

# A name for the present content of files and folders.
content_of() { find "$@" -type f -not -name '*.log' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1; }

need_npm_packages() {
  local now
  now=$(content_of ui/package.json ui/package-lock.json)
  if [ "$(cat ui/node_modules/.daybook-installed 2>/dev/null || true)" = "$now" ]; then
    echo "   As the lock file says, already."
    return
  fi
  npm --prefix ui ci --no-fund --no-audit --loglevel=error </dev/null
  echo "$now" >ui/node_modules/.daybook-installed
}

# Leaves an up-to-date UI alone, so that the window is not linked anew for nothing.
build_ui() {
  local now built=ui/node_modules/.daybook-built
  now=$(content_of ui/src ui/index.html ui/package-lock.json ui/*.ts ui/*.js assets)
  if [ -e ui/dist/index.html ] && [ "$(cat $built 2>/dev/null || true)" = "$now" ]; then
    echo "   Up to date."
    return
  fi
  npm --prefix ui run --silent build -- --logLevel error </dev/null
  echo "$now" >$built
}
