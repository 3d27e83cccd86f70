internal import ResyDomain

/// The user's own certificates, as NSS keeps them, for a Chromium that has no flag for them.
///
/// `--ignore-certificate-errors-spki-list` would not do: it accepts any chain that merely carries such a certificate,
/// signed by it or not, and refuses those of servers that send no root. Read by Chromium on Linux; on macOS it knows
/// the keychain alone.
enum BrowserTrust {
    /// The columns in use, named as NSS names attributes: `a` and the number in hex (PKCS #11, and NSS's pkcs11n.h).
    private static let schema: StaticString = """
        CREATE TABLE nssPublic (id PRIMARY KEY UNIQUE ON CONFLICT ABORT, a0, a1, a2, a3, a11, a80, a81, a82, a101, a102,
        a170, ace536358, ace536359, ace53635a, ace53635b, ace536360, ace5363b4, ace5363b5)
        """
    private static let certificate: StaticString = """
        INSERT INTO nssPublic (id, a0, a1, a2, a3, a80, a11, a81, a82, a101) VALUES (?, x'00000001', x'01', x'00',
        x'72657379', x'00000000', ?, ?, ?, ?)
        """
    /// Issuer and serial say whose trust it is, the SHA-1 that it is that very certificate.
    private static let trust: StaticString = """
        INSERT INTO nssPublic (id, a0, a1, a2, a3, a81, a82, ace5363b4, ace536358) VALUES (?, x'ce534353', x'01', x'00',
        x'a5005a', ?, ?, ?, ?)
        """
    /// CKT_NSS_TRUSTED_DELEGATOR: it may sign servers' certificates. CKT_NSS_TRUSTED: it is one.
    private static let delegator: [UInt8] = [0xCE, 0x53, 0x43, 0x52]
    private static let trusted: [UInt8] = [0xCE, 0x53, 0x43, 0x51]

    /// Writes the database into the folder of a browser that has not started.
    static func write(_ certificates: [Certificate], to paths: BrowserFolder.Paths) throws {
        guard !certificates.isEmpty else { return }
        try Files.makeFolder(paths.trust)
        let file = paths.trust + "/cert9.db"
        try Files.touch(file)
        let connection = try Connection(path: file, busyMilliseconds: 1000)
        try connection.transaction { () throws(SQLiteError) in
            try connection.run(schema)
            for (index, one) in certificates.enumerated() {
                try connection.run(
                    certificate,
                    [
                        .integer(2 * index + 1), .blob(one.bytes), .blob(one.issuer), .blob(one.serial),
                        .blob(one.subject),
                    ])
                try connection.run(
                    trust,
                    [
                        .integer(2 * index + 2), .blob(one.issuer), .blob(one.serial), .blob(one.sha1),
                        .blob(one.isAuthority ? delegator : trusted),
                    ])
            }
        }
    }

    /// Throws `ResyError` that names the file.
    static func certificates(in bundle: String) throws -> [Certificate] {
        let bytes: [UInt8]
        do {
            bytes = try Files.read(bundle, followingLinks: true)
        } catch {
            throw ResyError(
                .network, .files(.certificatesUnread(path: bundle, error.reason)), advice: [.files(.correctBundle)])
        }
        let found = Certificate.all(inPEM: bytes)
        guard !found.isEmpty else {
            throw ResyError(.network, .files(.noCertificates(path: bundle)), advice: [.files(.bundleForm)])
        }
        return found
    }
}
