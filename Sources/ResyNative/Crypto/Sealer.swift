package import ResyDomain

/// Seals small values into URL-safe texts that only this home can make and open, each for one purpose.
///
/// Layout: version (1), nonce (12), AES-256-GCM of expiry in milliseconds (8) and JSON, tag (16); base64url, unpadded.
/// The key is derived from the home's key and the purpose, so a text sealed for one is nothing to another.
package struct Sealer: Sendable {
    private let key: Secret

    private static let version: UInt8 = 1
    private static let nonceLength = 12
    private static let headLength = 1 + nonceLength
    private static let timeLength = 8
    private static let longestText = 64 << 10

    /// - Parameters:
    ///   - home: the text of the home's Fernet key.
    ///   - purpose: such as `confirm-token`, `request-state`.
    package init(key home: Secret, purpose: String) {
        var secret = home.revealBytes()
        defer { secret.wipe() }
        var derived = HKDF.derive(secret, salt: Array("resy-mcp".utf8), label: Array(purpose.utf8))
        defer { derived.wipe() }
        key = Secret(derived)
    }

    package func seal(_ payload: JSON, expires: Instant) -> String {
        let nonce = RandomBytes.make(Sealer.nonceLength)
        let milliseconds = UInt64(max(0, min(expires.seconds, 1e12)) * 1000)
        let time = (0..<Sealer.timeLength).map { UInt8(truncatingIfNeeded: milliseconds >> UInt64(56 - 8 * $0)) }
        var key = key.revealBytes()
        defer { key.wipe() }
        let sealed = Cipher.sealGCM(time + payload.compactBytes, label: [Sealer.version], key: key, nonce: nonce)
        return Base64URL.encode([Sealer.version] + nonce + sealed, padded: false)
    }

    package func open(_ text: String, now: Instant) throws(SealError) -> Opened {
        guard text.utf8.count <= Sealer.longestText, let token = Base64URL.decode(unpadded: text.utf8),
            token.count > Sealer.headLength, token[0] == Sealer.version
        else { throw .tampered }
        let nonce = Array(token[1..<Sealer.headLength])
        var key = key.revealBytes()
        defer { key.wipe() }
        let sealed = Array(token[Sealer.headLength...])
        guard let plain = Cipher.openGCM(sealed, label: [Sealer.version], key: key, nonce: nonce),
            plain.count > Sealer.timeLength,
            let payload = try? JSON(parsing: Array(plain[Sealer.timeLength...]))
        else { throw .tampered }
        let milliseconds = plain[..<Sealer.timeLength].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let expires = Instant(seconds: Double(milliseconds) / 1000)
        guard now < expires else { throw .expired }
        return Opened(payload: payload, nonce: Digest.hex(nonce), expires: expires)
    }

    /// What a sealed text carried: made here, unchanged, still good.
    package struct Opened: Sendable, Equatable {
        package var payload: JSON
        /// Unlike any other's: remembering it makes a text good for one use.
        package var nonce: String
        package var expires: Instant
    }
}

package enum SealError: Error, Sendable, Equatable {
    /// Not one of ours, changed, cut, or sealed for another purpose or by another home.
    case tampered
    case expired
}
