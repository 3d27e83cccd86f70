internal import LibC

/// Which certificates are trusted. Environment variables are ignored: libcurl reads none, and a process that
/// books tables should not change whom it trusts because of a shell.
package enum CABundle {
    static let systemPaths = [
        "/etc/ssl/certs/ca-certificates.crt",  // Debian, Ubuntu, Alpine, Arch
        "/etc/pki/tls/certs/ca-bundle.crt",  // Fedora, RHEL
        "/etc/ssl/ca-bundle.pem",  // SUSE
        "/etc/ssl/cert.pem",  // BSD, macOS, Alpine's libressl
        "/usr/local/share/certs/ca-root-nss.crt",  // FreeBSD
    ]

    /// The configured file, even if it cannot be read (then each request says so), else the system's; nil when
    /// there is none.
    package static func path(configured: String?) -> String? {
        path(configured: configured, among: systemPaths)
    }

    static func path(configured: String?, among candidates: [String]) -> String? {
        configured ?? candidates.first { access($0, R_OK) == 0 }
    }
}
