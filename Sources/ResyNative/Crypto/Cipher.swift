internal import COpenSSL

/// AES as this program uses it, each text at once. The contexts wipe what they held of the key.
///
/// Where OpenSSL has no AES or no memory, the program ends: nothing secret can be read or written then.
enum Cipher {
    private static let tagLength = 16

    /// AES-128-CBC with PKCS#7 padding.
    static func sealCBC(_ plain: [UInt8], key: [UInt8], iv: [UInt8]) -> [UInt8] {
        let context = Context(EVP_aes_128_cbc(), encrypts: true, key: key, iv: iv)
        guard let sealed = context.run(plain) else { preconditionFailure("AES-CBC takes any text") }
        return sealed
    }

    /// Nil where the padding is wrong or a block is not whole.
    static func openCBC(_ sealed: [UInt8], key: [UInt8], iv: [UInt8]) -> [UInt8]? {
        Context(EVP_aes_128_cbc(), encrypts: false, key: key, iv: iv).run(sealed)
    }

    /// AES-256-GCM: what it encrypts, and then the tag that proves it and the label.
    static func sealGCM(_ plain: [UInt8], label: [UInt8], key: [UInt8], nonce: [UInt8]) -> [UInt8] {
        let context = Context(EVP_aes_256_gcm(), encrypts: true, key: key, iv: nonce)
        context.bind(label)
        guard let sealed = context.run(plain) else { preconditionFailure("AES-GCM takes any text") }
        return sealed + context.control(EVP_CTRL_AEAD_GET_TAG, [UInt8](repeating: 0, count: tagLength))
    }

    /// Nil where the tag does not fit: changed, or sealed with another key, nonce or label.
    static func openGCM(_ sealed: [UInt8], label: [UInt8], key: [UInt8], nonce: [UInt8]) -> [UInt8]? {
        guard sealed.count >= tagLength else { return nil }
        let context = Context(EVP_aes_256_gcm(), encrypts: false, key: key, iv: nonce)
        context.bind(label)
        _ = context.control(EVP_CTRL_AEAD_SET_TAG, Array(sealed.suffix(tagLength)))
        return context.run(Array(sealed.dropLast(tagLength)))
    }

    /// One `EVP_CIPHER_CTX`.
    private struct Context: ~Copyable {
        private let raw: OpaquePointer

        init(_ cipher: OpaquePointer?, encrypts: Bool, key: [UInt8], iv: [UInt8]) {
            precondition(key.count == Int(EVP_CIPHER_get_key_length(cipher)), "the key has the cipher's length")
            precondition(iv.count == Int(EVP_CIPHER_get_iv_length(cipher)), "the nonce has the cipher's length")
            guard let raw = EVP_CIPHER_CTX_new(), EVP_CipherInit_ex(raw, cipher, nil, key, iv, encrypts ? 1 : 0) == 1
            else { preconditionFailure("OpenSSL without AES, or out of memory") }
            self.raw = raw
        }

        deinit { EVP_CIPHER_CTX_free(raw) }

        /// Bytes that are proved but not encrypted.
        func bind(_ label: [UInt8]) {
            var length: CInt = 0
            let status = EVP_CipherUpdate(raw, nil, &length, label, CInt(label.count))
            precondition(status == 1, "AES-GCM takes any label")
        }

        func control(_ order: CInt, _ bytes: [UInt8]) -> [UInt8] {
            var bytes = bytes
            let status = EVP_CIPHER_CTX_ctrl(raw, order, CInt(bytes.count), &bytes)
            precondition(status == 1, "AES-GCM has a tag of 16 bytes")
            return bytes
        }

        func run(_ bytes: [UInt8]) -> [UInt8]? {
            precondition(bytes.count <= 1 << 24, "texts sealed here are small")
            var output = [UInt8](repeating: 0, count: bytes.count + 16)
            var body: CInt = 0
            var end: CInt = 0
            let isWhole = output.withUnsafeMutableBufferPointer { buffer in
                EVP_CipherUpdate(raw, buffer.baseAddress, &body, bytes, CInt(bytes.count)) == 1
                    && EVP_CipherFinal_ex(raw, buffer.baseAddress.map { $0 + Int(body) }, &end) == 1
            }
            guard isWhole else {
                // What a wrong tag or padding left is no text, and its error is told by the nil.
                output.wipe()
                ERR_clear_error()
                return nil
            }
            output.removeLast(output.count - Int(body + end))
            return output
        }
    }
}
