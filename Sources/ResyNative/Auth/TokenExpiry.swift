package import ResyDomain

/// When a token ends, read from the token itself.
package enum TokenExpiry {
    /// The `exp` of a JWT; nil for an opaque token, or one whose middle part cannot be read.
    package static func read(_ token: Secret) -> Instant? {
        let parts = token.reveal().utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let claims = Base64URL.decode(unpadded: parts[1]),
            let answer = try? JSON(parsing: claims), let expires = try? answer.optional("exp")?.number
        else { return nil }
        return Instant(seconds: expires)
    }
}
