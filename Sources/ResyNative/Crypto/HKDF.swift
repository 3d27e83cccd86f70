internal import COpenSSL

/// Keys from a key (RFC 5869, SHA-256).
enum HKDF {
    static func derive(_ secret: [UInt8], salt: [UInt8], label: [UInt8], count: Int = 32) -> [UInt8] {
        let context = EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nil)
        defer { EVP_PKEY_CTX_free(context) }
        var output = [UInt8](repeating: 0, count: count)
        var length = count
        guard let context, EVP_PKEY_derive_init(context) == 1,
            EVP_PKEY_CTX_set_hkdf_md(context, EVP_sha256()) == 1,
            EVP_PKEY_CTX_set1_hkdf_salt(context, salt, CInt(salt.count)) == 1,
            EVP_PKEY_CTX_set1_hkdf_key(context, secret, CInt(secret.count)) == 1,
            EVP_PKEY_CTX_add1_hkdf_info(context, label, CInt(label.count)) == 1,
            EVP_PKEY_derive(context, &output, &length) == 1, length == count
        else { preconditionFailure("OpenSSL without HKDF, or out of memory") }
        return output
    }
}
