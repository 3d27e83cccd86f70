internal import COpenSSL

/// What is linked in, for `--version`.
enum OpenSSLVersion {
    /// `OpenSSL 3.5.1 1 Jul 2025`.
    static var text: String { String(cString: OpenSSL_version(OPENSSL_VERSION)) }
}
