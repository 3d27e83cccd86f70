internal import COpenSSL

/// A certificate as bytes: all DER.
struct Certificate: Sendable, Equatable {
    var bytes: [UInt8]
    var issuer: [UInt8]
    var subject: [UInt8]
    /// With its tag and length.
    var serial: [UInt8]
    /// It may sign others.
    var isAuthority: Bool

    var sha1: [UInt8] { SHA1.digest(bytes) }

    /// All certificates of a PEM text, in order; anything else in it is skipped. Empty where there is none.
    static func all(inPEM text: [UInt8]) -> [Certificate] {
        text.withUnsafeBytes { all(inPEM: $0) }
    }

    private static func all(inPEM text: UnsafeRawBufferPointer) -> [Certificate] {
        // It reads from the text where it lies.
        guard let source = BIO_new_mem_buf(text.baseAddress, CInt(clamping: text.count)) else { return [] }
        defer {
            BIO_free(source)
            ERR_clear_error()  // the end of the text is one
        }
        var found: [Certificate] = []
        while let raw = PEM_read_bio_X509(source, nil, nil, nil) {
            defer { X509_free(raw) }
            let isAuthority = X509_check_ca(raw) > 0
            guard let bytes = der({ i2d_X509(raw, $0) }),
                let issuer = der({ i2d_X509_NAME(X509_get_issuer_name(raw), $0) }),
                let subject = der({ i2d_X509_NAME(X509_get_subject_name(raw), $0) }),
                let serial = der({ i2d_ASN1_INTEGER(X509_get0_serialNumber(raw), $0) })
            else { continue }
            found.append(
                Certificate(bytes: bytes, issuer: issuer, subject: subject, serial: serial, isAuthority: isAuthority))
        }
        return found
    }

    /// Runs one of OpenSSL's `i2d` functions, which allocates where it is given a null.
    private static func der(_ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>) -> CInt) -> [UInt8]? {
        var start: UnsafeMutablePointer<UInt8>?
        let count = write(&start)
        guard count > 0, let start else { return nil }
        defer { CRYPTO_free(start, nil, 0) }
        return Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }
}
