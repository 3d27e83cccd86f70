internal import COpenSSL

/// Fingerprints of bytes.
package enum Digest {
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        SHA256(bytes, bytes.count, &digest)
        return digest
    }

    /// 64 lower-case digits.
    package static func sha256Hex(_ bytes: [UInt8]) -> String {
        hex(sha256(bytes))
    }

    /// HMAC-SHA256.
    static func code(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32)
        var length: CUnsignedInt = 0
        guard HMAC(EVP_sha256(), key, CInt(key.count), bytes, bytes.count, &code, &length) != nil, length == 32 else {
            preconditionFailure("OpenSSL without HMAC-SHA256, or out of memory")
        }
        return code
    }

    /// Lower-case digits.
    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
