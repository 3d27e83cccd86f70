internal import COpenSSL

/// Bytes nobody can foresee.
package enum RandomBytes {
    /// A machine without randomness cannot keep a secret: there is nothing to fall back on, so this ends the program.
    package static func make(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        guard count == 0 || RAND_bytes(&bytes, CInt(count)) == 1 else { preconditionFailure("no random bytes") }
        return bytes
    }
}
