package import ResyDomain

/// Symmetric sealing as the Fernet specification has it, so that Python's `cryptography` reads ours and we read its.
package struct Fernet: Sendable {
    private let signingKey: Secret
    private let encryptionKey: Secret

    /// Seconds that two clocks may differ.
    private static let clockSkew = 60.0
    private static let version: UInt8 = 0x80
    private static let headLength = 1 + 8 + 16
    private static let codeLength = 32

    /// - Parameter text: 32 bytes in padded base64url; blanks and a line end around it are dropped.
    package init(key text: Secret) throws(FernetError) {
        var digits = text.revealBytes()
        defer { digits.wipe() }
        let blanks = Array(" \t\r\n".utf8)
        while let last = digits.last, blanks.contains(last) { digits.removeLast() }
        guard var key = Base64URL.decode(digits.drop { blanks.contains($0) }), key.count == 32 else {
            throw .invalidKey
        }
        defer { key.wipe() }
        signingKey = Secret(Array(key[..<16]))
        encryptionKey = Secret(Array(key[16...]))
    }

    /// A new key, as text.
    package static func newKey() -> Secret {
        var bytes = RandomBytes.make(32)
        defer { bytes.wipe() }
        return Secret(Base64URL.encode(bytes))
    }

    package func seal(_ plain: [UInt8], now: Instant) -> String {
        seal(plain, now: now, iv: RandomBytes.make(16))
    }

    /// With a chosen first block: for the specification's own examples, never for secrets.
    func seal(_ plain: [UInt8], now: Instant, iv: [UInt8]) -> String {
        let seconds = UInt64(max(0, min(now.seconds, 1e15)))
        var token = [Fernet.version]
        token += (0..<8).map { UInt8(truncatingIfNeeded: seconds >> UInt64(56 - 8 * $0)) }
        token += iv
        var key = encryptionKey.revealBytes()
        defer { key.wipe() }
        token += Cipher.sealCBC(plain, key: key, iv: iv)
        token += code(of: token)
        return Base64URL.encode(token)
    }

    /// - Parameters:
    ///   - token: its text; blanks around it are the caller's to drop.
    ///   - ttl: seconds it is good for; nil: for ever.
    ///   - now: nil leaves its time unchecked.
    package func open(
        _ token: some Collection<UInt8>, ttl: Int? = nil, now: Instant? = nil
    ) throws(FernetError) -> [UInt8] {
        guard let bytes = Base64URL.decode(token) else { throw .notBase64 }
        guard bytes.count >= Fernet.headLength + Fernet.codeLength else { throw .tooShort }
        guard bytes[0] == Fernet.version else { throw .wrongVersion }
        // The proof first: what is said of an unproved text would only be said of a forger's.
        let signed = Array(bytes.dropLast(Fernet.codeLength))
        guard code(of: signed).matches(Array(bytes.suffix(Fernet.codeLength))) else { throw .wrongCode }
        if let now { try Fernet.check(time: signed[1..<9], ttl: ttl, now: now) }
        let sealed = Array(signed[Fernet.headLength...])
        guard !sealed.isEmpty, sealed.count % 16 == 0 else { throw .notWholeBlocks }
        var key = encryptionKey.revealBytes()
        defer { key.wipe() }
        guard let plain = Cipher.openCBC(sealed, key: key, iv: Array(signed[9..<Fernet.headLength])) else {
            throw .badPadding
        }
        return plain
    }

    package func open(_ token: String, ttl: Int? = nil, now: Instant? = nil) throws(FernetError) -> [UInt8] {
        try open(token.utf8, ttl: ttl, now: now)
    }

    private static func check(time: ArraySlice<UInt8>, ttl: Int?, now: Instant) throws(FernetError) {
        let sealed = Double(time.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        if let ttl, sealed + Double(ttl) < now.seconds { throw .expired }
        if sealed > now.seconds + clockSkew { throw .fromTheFuture }
    }

    private func code(of bytes: [UInt8]) -> [UInt8] {
        var key = signingKey.revealBytes()
        defer { key.wipe() }
        return Digest.code(bytes, key: key)
    }
}

/// Why a sealed text was not opened.
package enum FernetError: Error, Sendable, Equatable {
    case invalidKey
    case notBase64
    case tooShort
    case wrongVersion
    /// Changed, or sealed with another key.
    case wrongCode
    case expired
    /// Sealed more than a minute from now.
    case fromTheFuture
    case notWholeBlocks
    case badPadding
}
