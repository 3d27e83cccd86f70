/// Names an account in the database without naming its owner.
package enum AccountKey {
    package static func of(email: String) -> String {
        String(Digest.sha256Hex(Array(email.lowercased().utf8)).prefix(32))
    }
}
