internal import COpenSSL

extension [UInt8] {
    /// Overwrites the bytes and empties the array. Copies made elsewhere stay as they are.
    mutating func wipe() {
        withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
        removeAll()
    }

    /// Compares in constant time; lengths are no secret.
    func matches(_ other: [UInt8]) -> Bool {
        count == other.count && CRYPTO_memcmp(self, other, count) == 0
    }
}
