# Shared by the scripts: sourced, not run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Nothing here talks to anything but loopback, so the machine's proxy and CA settings must not leak in.
unset http_proxy https_proxy all_proxy no_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY
unset SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE REQUESTS_CA_BUNDLE NIX_SSL_CERT_FILE
unset RESY_MCP_HOME RESY_EMAIL RESY_PASSWORD RESY_API_KEY RESY_API_URL RESY_WEB_URL GOOGLE_PLACES_API_KEY
export SWIFT_BACKTRACE=enable=no

say() { printf '\n== %s\n' "$*"; }

# Asks apt for the packages that are missing, and says which.
need_packages() {
    local missing=() name
    for name in "$@"; do
        dpkg -s "$name" >/dev/null 2>&1 || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    say "installing ${missing[*]}"
    local sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo"
    $sudo apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}"
    # Debian starts it as a service; ours is started by hand on a port of its own.
    if [[ " ${missing[*]} " == *" nghttp2-proxy "* ]]; then $sudo service nghttpx stop >/dev/null 2>&1 || true; fi
}

need_swift() {
    command -v swift >/dev/null || {
        echo "The Swift toolchain (6.2 or newer) is missing: see https://www.swift.org/install/linux/" >&2
        exit 1
    }
}

build_packages=(pkg-config libcurl4-openssl-dev libssl-dev libsqlite3-dev libjansson-dev)
# What scripts/static-libs builds from and links; each -dev package holds a static library.
static_packages=(
    dpkg-dev gcc make libc6-dev libssl-dev libsqlite3-dev libjansson-dev libnghttp2-dev libbrotli-dev libzstd-dev
    zlib1g-dev libc-ares-dev
)

# Debian's packages of what is linked into the amd64 program, as its list of parts has them.
linked_packages() {
    echo libcurl4-openssl-dev
    PYTHONPATH=packaging python3 -B -c 'import components; print(*components.libraries("amd64").licences, sep="\n")'
}

# Where scripts/arm64-root keeps what it makes; and a command in there, with this folder as /project.
ARM64_ROOM=$(realpath -m "${ARM64_ROOM:-.build-arm64}")
export ARM64_ROOM
in_arm64_root() {
    local enter='
        root=$1 project=$2; shift 2
        mount --bind "$project" "$root/project" && mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" &&
            mount -t tmpfs tmpfs "$root/tmp" && exec chroot "$root" /usr/bin/env -i HOME=/tmp PATH=/usr/libexec/swift/bin:/usr/bin:/usr/sbin LC_ALL=C.UTF-8 TZ=UTC \
                sh -c "cd /project && exec \"\$@\"" sh "$@"'
    unshare --mount --propagation private sh -c "$enter" sh "$ARM64_ROOM/root" "$PWD" "$@"
}

# A Python environment with what the peers need, kept between runs.
need_python() {
    need_packages python3 python3-venv
    if [ ! -x .build/peers/bin/python ] || ! cmp -s Tests/peers/requirements.txt .build/peers/requirements.txt; then
        say "making a Python environment for the peers"
        mkdir -p .build
        python3 -m venv --clear .build/peers
        .build/peers/bin/pip install -q --disable-pip-version-check -r Tests/peers/requirements.txt
        cp Tests/peers/requirements.txt .build/peers/requirements.txt
    fi
}

# The folder of a minimal Debian of that name, made once and kept. Needs root, and debootstrap.
debian_root() {
    local root="$PWD/.build-rootfs/$1"
    if [ ! -d "$root" ]; then
        say "Debian $1" >&2
        rm -rf "$root.new"
        mkdir -p .build-rootfs
        debootstrap --variant=minbase "$1" "$root.new" http://deb.debian.org/debian > "$root.log" || { tail -5 "$root.log" >&2; exit 1; }
        mv "$root.new" "$root"
    fi
    echo "$root"
}

# The built suites, from the scratch path that `scratch` names, started by what `by` names. A few at a time: all at once, each
# waits for all the others and what has a limit runs into it.
run_tests() {
    ${by:-} "$(swift build ${scratch:+--scratch-path "$scratch"} --show-bin-path)/resy-mcpPackageTests.xctest" \
        --testing-library swift-testing --experimental-maximum-parallelization-width 4 "$@"
}
