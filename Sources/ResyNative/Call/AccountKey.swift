/// Names an account in the database without naming its owner.
package enum AccountKey {
    /// Of the last one: nearly every call asks for the same.
    private static let last = Lock((email: "", key: ""))

    package static func of(email: String) -> String {
        let known = last.withLock { $0 }
        if known.email == email, !email.isEmpty { return known.key }
        let key = String(Digest.sha256Hex(Array(email.lowercased().utf8)).prefix(32))
        last.withLock { $0 = (email, key) }
        return key
    }
}
